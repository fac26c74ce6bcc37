package org.hefu.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.check.Possible.Claim;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Span;

/**
 * A condition without parts, as claimed: what it leaves of its subject.
 *
 * @param subject the likeness of a fact or of another value
 * @param values of the subject that meet the claim
 * @param unknown whether an unknown subject meets it
 */
record Literal(String subject, Values values, boolean unknown, Span span) {
  private static final Values YES = Values.of(Row.TRUE, Row.TRUE);
  private static final Values NO = Values.of(Row.FALSE, Row.FALSE);

  /** Of two values the first is the lesser, the same, or the greater. */
  private static final Values ORDERS = Values.of(-1, 1);

  /** Of what a value is compared with a constant: the value, and where in its order that holds. */
  record Bounds(Term value, Values values) {}

  /** Do no value and no lack of one meet both? */
  boolean excludes(Literal other) {
    return values.and(other.values).isEmpty() && !(unknown && other.unknown);
  }

  /** Empty where the term is no such condition, and may come out as it likes. */
  static Optional<Literal> of(Term term, Claim claim) {
    return switch (term) {
      case Term.Stated(_, var fact) when fact.type() instanceof Type.Truth ->
          Optional.of(truth(term, fact.required(), claim));
      case Term.Known(var span, var fact) ->
          Optional.of(
              claim.holds(true)
                  ? new Literal("fact" + fact.slot(), Values.ALL, false, span)
                  : new Literal("fact" + fact.slot(), Values.NONE, true, span));
      case Term.Has _, Term.Open _ -> Optional.of(truth(term, false, claim));
      case Term.Within(_, var value, var kind, var members) ->
          Optional.of(within(term, value, kind, members, claim));
      case Term.Less less -> Optional.of(less(less, claim));
      case Term.Same same -> Optional.of(same(same, claim));
      default -> Optional.empty();
    };
  }

  private static Literal truth(Term term, boolean known, Claim claim) {
    return made(term, Likeness.of(term), claim.holds(true) ? YES : NO, known, claim);
  }

  private static Literal made(
      Term term, String subject, Values values, boolean known, Claim claim) {
    return new Literal(subject, values, claim.leavesUnknown() && !known, term.span());
  }

  /** Of all values those that meet the claim, where some make the condition true, others false. */
  private static Values meeting(Claim claim, Values yes, Values all) {
    return all.and(claim.holds(true) ? yes : yes.not());
  }

  private static Literal within(
      Term term, Term value, Kind kind, List<Kind.Member> members, Claim claim) {
    // A value above a member leaves it open: it meets neither claim, and both that allow for that.
    boolean withThoseAbove = claim == Claim.FALSE || claim == Claim.NOT_FALSE;
    Values.Gathered yes = new Values.Gathered();
    for (Kind.Member member : members) {
      yes.add(member.index(), member.last());
      for (int at = member.parent(); withThoseAbove && at >= 0; at = kind.member(at).parent()) {
        yes.add(at, at);
      }
    }
    Values all = Values.of(0, kind.members().size() - 1L);
    Values values = meeting(claim, yes.values(), all);
    if (value instanceof Term.Constant(_, _, var is)) {
      boolean meets = !values.and(Values.of(is, is)).isEmpty();
      return new Literal("constant", meets ? Values.ALL : Values.NONE, false, term.span());
    }
    return made(term, Likeness.of(value), values, isKnown(value), claim);
  }

  private static Literal less(Term.Less less, Claim claim) {
    Optional<Bounds> bounds = bounds(less);
    if (bounds.isPresent()) {
      Values yes = bounds.get().values();
      Values all = domain(bounds.get().value().type());
      return made(
          less,
          Likeness.of(bounds.get().value()),
          meeting(claim, yes, all),
          isKnown(bounds.get().value()),
          claim);
    }
    OptionalLong left = constant(less.left());
    OptionalLong right = constant(less.right());
    if (left.isPresent() && right.isPresent()) {
      long one = left.getAsLong();
      long other = right.getAsLong();
      return decided(less, less.orEqual() ? one <= other : one < other, claim);
    }
    // Of two values: is the first of them, by likeness, the lesser, the same or the greater?
    String one = Likeness.of(less.left());
    String other = Likeness.of(less.right());
    boolean exchanged = one.compareTo(other) > 0;
    Values yes = Values.of(exchanged ? 1 : -1, exchanged ? 1 : -1);
    yes = less.orEqual() ? yes.or(Values.of(0, 0)) : yes;
    String pair = exchanged ? other + " to " + one : one + " to " + other;
    return made(less, pair, meeting(claim, yes, ORDERS), false, claim);
  }

  private static Literal same(Term.Same same, Claim claim) {
    OptionalLong left = constant(same.left());
    OptionalLong right = constant(same.right());
    if (left.isPresent() && right.isPresent()) {
      return decided(same, left.getAsLong() == right.getAsLong(), claim);
    }
    if (left.isPresent() || right.isPresent()) {
      Term value = left.isPresent() ? same.right() : same.left();
      long is = left.isPresent() ? left.getAsLong() : right.getAsLong();
      Values all = domain(value.type());
      Values yes = Values.of(is, is);
      Values values = claim.holds(true) ? yes : all.and(yes.not());
      return made(same, Likeness.of(value), values, isKnown(value), claim);
    }
    String one = Likeness.of(same.left());
    String other = Likeness.of(same.right());
    String pair = one.compareTo(other) > 0 ? other + " to " + one : one + " to " + other;
    return made(same, pair, meeting(claim, Values.of(0, 0), ORDERS), false, claim);
  }

  private static Literal decided(Term term, boolean truth, Claim claim) {
    return new Literal(
        "constant", claim.holds(truth) ? Values.ALL : Values.NONE, false, term.span());
  }

  /** Empty unless just one of the two that are compared is a constant. */
  static Optional<Bounds> bounds(Term.Less less) {
    OptionalLong left = constant(less.left());
    OptionalLong right = constant(less.right());
    if (left.isPresent() == right.isPresent()) {
      return Optional.empty();
    }
    if (left.isPresent()) {
      long from = left.getAsLong();
      Values above = Values.above(from);
      return Optional.of(
          new Bounds(less.right(), less.orEqual() ? above.or(Values.of(from, from)) : above));
    }
    long to = right.getAsLong();
    Values below = Values.below(to);
    return Optional.of(
        new Bounds(less.left(), less.orEqual() ? below.or(Values.of(to, to)) : below));
  }

  /** A value that stands in the text, so that it keeps the order of its type. */
  static OptionalLong constant(Term term) {
    return switch (term) {
      case Term.Constant(_, Type.Duration(var period), var coded) when period.isPresent() ->
          OptionalLong.of(Period.amount(coded));
      case Term.Constant(_, _, var value) -> OptionalLong.of(value);
      case Term.Sum(_, _, var left, var minus, var right) ->
          sum(constant(left), minus, constant(right));
      case Term.Derived(_, var definition) -> constant(definition.body());
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong sum(OptionalLong one, boolean minus, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          minus
              ? Math.subtractExact(one.getAsLong(), other.getAsLong())
              : Math.addExact(one.getAsLong(), other.getAsLong()));
    } catch (ArithmeticException tooLarge) {
      return OptionalLong.empty();
    }
  }

  private static boolean isKnown(Term value) {
    return value instanceof Term.Stated(_, var fact) && fact.required();
  }

  private static Values domain(Type type) {
    return type instanceof Type.Of(var kind)
        ? Values.of(0, kind.members().size() - 1L)
        : Values.ALL;
  }
}

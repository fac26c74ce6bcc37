package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hefu.model.Kind;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Works out beforehand what hangs on no fact: most of what a condition says of a list's rows. */
final class Fold {
  private final World world;
  private final @Nullable Question vague;

  /**
   * @param vague what is asked where a row says too little
   */
  Fold(World world, @Nullable Question vague) {
    this.world = world;
    this.vague = vague;
  }

  Term term(Term term) {
    return switch (term) {
      case Term.Or(var span, var parts) -> joined(span, parts, Row.TRUE);
      case Term.And(var span, var parts) -> joined(span, parts, Row.FALSE);
      case Term.Not(var span, var part) -> not(span, term(part));
      case Term.Less(var span, var left, var right, var orEqual) -> {
        Term one = term(left);
        Term other = term(right);
        if (one instanceof Term.Constant(_, _, var low)
            && other instanceof Term.Constant(_, _, var high)
            && low != Row.UNKNOWN
            && high != Row.UNKNOWN) {
          yield Term.truth(span, orEqual ? low <= high : low < high);
        }
        yield vacant(span, one, other, new Term.Less(span, one, other, orEqual));
      }
      case Term.Same(var span, var left, var right) -> same(span, term(left), term(right));
      case Term.Within(var span, var value, var kind, var members) ->
          within(span, term(value), kind, members);
      case Term.Sum(var span, var type, var left, var minus, var right) ->
          sum(span, type, term(left), minus, term(right));
      case Term.Moved(var span, var date, var back, var by, var calendar) -> {
        Term from = term(date);
        Term length = term(by);
        yield isVacant(from)
            ? from
            : isVacant(length) ? length : new Term.Moved(span, from, back, length, calendar);
      }
      case Term.Days(var span, var date, var since) -> {
        Term to = term(date);
        Term from = term(since);
        yield isVacant(to) ? to : isVacant(from) ? from : new Term.Days(span, to, from);
      }
      case Term.Constant _,
          Term.Stated _,
          Term.Derived _,
          Term.OneOf _,
          Term.Has _,
          Term.Known _,
          Term.Total _,
          Term.InForce _,
          Term.Matches _,
          Term.InStore _,
          Term.Open _,
          Term.Faulty _ ->
          term;
    };
  }

  /**
   * @param strongest what one part alone makes of the whole
   */
  private Term joined(Span span, List<Term> parts, int strongest) {
    Set<Term> left = new LinkedHashSet<>();
    for (Term part : parts) {
      Term one = term(part);
      if (isTruth(one, strongest)) {
        return one;
      }
      if (!isTruth(one, Row.TRUE - strongest)) {
        left.add(one);
      }
    }
    if (left.size() == 1) {
      return left.iterator().next();
    }
    List<Term> rest = new ArrayList<>(left);
    boolean any = strongest == Row.TRUE;
    return rest.isEmpty()
        ? Term.truth(span, !any)
        : any ? new Term.Or(span, rest) : new Term.And(span, rest);
  }

  static boolean isTruth(Term term, int truth) {
    return term instanceof Term.Constant(_, var type, var value)
        && type instanceof Type.Truth
        && value == truth;
  }

  private static Term not(Span span, Term part) {
    return part instanceof Term.Constant(_, var type, var value)
        ? new Term.Constant(span, type, Row.TRUE - value)
        : new Term.Not(span, part);
  }

  private Term same(Span span, Term left, Term right) {
    if (left instanceof Term.Constant(_, var type, var one)
        && right instanceof Term.Constant(_, _, var other)
        && !Row.isUnknown(type, one)
        && !Row.isUnknown(type, other)) {
      return Term.truth(span, one == other);
    }
    return vacant(span, left, right, new Term.Same(span, left, right));
  }

  private Term within(Span span, Term value, Kind kind, List<Kind.Member> members) {
    if (!(value instanceof Term.Constant(_, _, var index))) {
      return new Term.Within(span, value, kind, members);
    }
    if (index == Row.UNKNOWN) {
      return vacant(span, value, value, value);
    }
    Kind.Member stated = kind.member((int) index);
    if (members.stream().anyMatch(m -> m.holds(stated))) {
      return Term.truth(span, true);
    }
    if (members.stream().noneMatch(stated::holds)) {
      return Term.truth(span, false);
    }
    return vague == null
        ? new Term.Constant(span, Type.TRUTH, Row.MAYBE)
        : new Term.Open(span, vague);
  }

  private static Term sum(Span span, Type type, Term left, boolean minus, Term right) {
    if (isVacant(left)) {
      return left;
    }
    if (isVacant(right)) {
      return right;
    }
    return left instanceof Term.Constant(_, _, var one)
            && right instanceof Term.Constant(_, _, var other)
        ? new Term.Constant(span, type, minus ? one - other : one + other)
        : new Term.Sum(span, type, left, minus, right);
  }

  /** What is asked in place of a comparison with a cell that is empty. */
  private Term vacant(Span span, Term left, Term right, Term otherwise) {
    Term empty = isVacant(left) ? left : right;
    Question question = isVacant(empty) ? world.vacant.get(empty.span()) : null;
    return question == null ? otherwise : new Term.Open(span, question);
  }

  /** Is it what stands for an empty cell? */
  static boolean isVacant(Term term) {
    return term instanceof Term.Constant(_, var type, var value)
        && !(type instanceof Type.Truth)
        && value == Row.UNKNOWN;
  }
}

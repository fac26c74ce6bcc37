package org.hefu.twin;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hefu.fact.Facts;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Language;

/**
 * What a policy means for one flow, as docs/language.md says it: plain and slow, and independent of
 * the engine.
 */
final class Twin {
  /** What a term that is neither true nor false can come to. */
  sealed interface Value {
    /** Counted in ten-thousandths. */
    record Number(BigInteger count) implements Value {}

    record Day(LocalDate date) implements Value {}

    record Length(Period period, long amount) implements Value {}

    record Words(String text) implements Value {}

    record Of(Kind kind, Kind.Member member) implements Value {}
  }

  private final Policy policy;
  private final Facts facts;
  private final List<Rule> rules;

  Twin(Policy policy, Facts facts) {
    this.policy = policy;
    this.facts = facts;
    this.rules = policy.rules();
  }

  Outcome outcome() {
    Kleene completed = isStage("completed");
    if (some(Effect.Forbid.class, r -> takesEffect(r) == Kleene.TRUE)
        || (completed == Kleene.TRUE
            && some(
                Effect.Require.class,
                r -> takesEffect(r) == Kleene.TRUE && met(r) == Kleene.FALSE))) {
      return Outcome.PROHIBITED;
    }
    if (some(Effect.Forbid.class, r -> takesEffect(r) == Kleene.UNKNOWN)
        || some(Effect.Require.class, this::leavesOpen)
        || (completed != Kleene.FALSE && some(Effect.Require.class, this::isOpenForCertain))) {
      return Outcome.UNDETERMINED;
    }
    if (some(Effect.Require.class, this::isOpenForCertain)) {
      return Outcome.CONDITIONAL;
    }
    return switch (rules.stream().map(this::governs).reduce(Kleene.FALSE, Kleene::or)) {
      case TRUE -> Outcome.PERMITTED;
      case UNKNOWN -> Outcome.UNDETERMINED;
      case FALSE -> Outcome.UNREGULATED;
    };
  }

  /**
   * For each requirement that is certain and not confirmed as met, the procedures of which any one
   * is enough; but for those that another already asks for with fewer choices.
   */
  Set<Set<String>> openRequirements() {
    Set<Set<String>> open = new HashSet<>();
    for (Rule rule : rules) {
      if (rule.effect() instanceof Effect.Require(var procedures, _) && isOpenForCertain(rule)) {
        open.add(new TreeSet<>(procedures.stream().map(p -> p.names().name()).toList()));
      }
    }
    return open.stream()
        .filter(
            o -> open.stream().noneMatch(fewer -> fewer.size() < o.size() && o.containsAll(fewer)))
        .collect(Collectors.toSet());
  }

  private boolean some(Class<? extends Effect> effect, Predicate<Rule> holds) {
    return rules.stream().anyMatch(r -> effect.isInstance(r.effect()) && holds.test(r));
  }

  private Kleene isStage(String name) {
    Fact stage = policy.request().stage();
    Optional<Value> value = value(stage);
    if (value.isEmpty()) {
      return Kleene.UNKNOWN;
    }
    Value.Of of = (Value.Of) value.get();
    return Kleene.of(of.kind().member(name).orElseThrow().equals(of.member()));
  }

  private boolean isOpenForCertain(Rule require) {
    return takesEffect(require) == Kleene.TRUE && met(require) != Kleene.TRUE;
  }

  /** May it apply, does it matter, and does no other that surely applies ask for as much? */
  private boolean leavesOpen(Rule require) {
    return takesEffect(require) == Kleene.UNKNOWN
        && met(require) != Kleene.TRUE
        && !some(
            Effect.Require.class,
            r -> takesEffect(r) == Kleene.TRUE && procedures(require).containsAll(procedures(r)));
  }

  private static Set<Procedure> procedures(Rule require) {
    return Set.copyOf(((Effect.Require) require.effect()).procedures());
  }

  private Kleene met(Rule require) {
    Kleene met = Kleene.FALSE;
    for (Procedure procedure : procedures(require)) {
      met = met.or(truth(procedure.met().body()));
    }
    return met;
  }

  private Kleene governs(Rule rule) {
    return rule.effect() instanceof Effect.Advise
        ? Kleene.FALSE
        : applies(rule.instrument()).and(act(rule));
  }

  private Kleene takesEffect(Rule rule) {
    Kleene defeated = Kleene.FALSE;
    for (int defeater : policy.defeaters().get(rule.index())) {
      defeated = defeated.or(takesEffect(policy.rules().get(defeater)));
    }
    return applies(rule).and(defeated.not());
  }

  private Kleene applies(Rule rule) {
    return applies(rule.instrument())
        .and(act(rule))
        .and(truth(rule.when()))
        .and(truth(rule.unless()).not());
  }

  private Kleene applies(Instrument instrument) {
    LocalDate on = ((Value.Day) value(policy.request().on()).orElseThrow()).date();
    boolean inForce =
        instrument.status() != Instrument.Status.DRAFT
            && !on.isBefore(LocalDate.ofEpochDay(instrument.from()))
            && (instrument.to() == Long.MAX_VALUE
                || !on.isAfter(LocalDate.ofEpochDay(instrument.to())));
    Kleene there =
        instrument.territory().map(t -> within(value(t.of()), t.place())).orElse(Kleene.TRUE);
    return Kleene.of(inForce).and(there);
  }

  private Kleene act(Rule rule) {
    List<Kind.Member> acts = rule.effect().spokenOf();
    if (acts.isEmpty()) {
      return Kleene.TRUE;
    }
    Kleene matches = Kleene.FALSE;
    for (Kind.Member act : acts) {
      matches = matches.or(within(value(policy.request().act()), act));
    }
    return matches;
  }

  /** A value above the member says too little. */
  private static Kleene within(Optional<Value> value, Kind.Member member) {
    if (value.isEmpty()) {
      return Kleene.UNKNOWN;
    }
    return within(((Value.Of) value.get()).member(), member);
  }

  private static Kleene within(Kind.Member stated, Kind.Member member) {
    if (isAtOrBelow(stated, member)) {
      return Kleene.TRUE;
    }
    return isAtOrBelow(member, stated) ? Kleene.UNKNOWN : Kleene.FALSE;
  }

  private static boolean isAtOrBelow(Kind.Member low, Kind.Member high) {
    return high.index() <= low.index() && low.index() <= high.last();
  }

  private Kleene truth(Term term) {
    return switch (term) {
      case Term.Constant(_, _, var value) -> truth(value);
      case Term.Or(_, var parts) ->
          parts.stream().map(this::truth).reduce(Kleene.FALSE, Kleene::or);
      case Term.And(_, var parts) ->
          parts.stream().map(this::truth).reduce(Kleene.TRUE, Kleene::and);
      case Term.Not(_, var part) -> truth(part).not();
      case Term.Stated(_, var fact) -> truth(fact);
      case Term.Derived(_, var definition) -> truth(definition.body());
      case Term.Less(_, var left, var right, var orEqual) ->
          less(value(left), value(right), orEqual);
      case Term.Same(_, var left, var right) ->
          left.type() instanceof Type.Truth
              ? truth(left).same(truth(right))
              : same(value(left), value(right));
      case Term.Within(_, var value, _, var members) -> {
        Optional<Value> stated = value(value);
        Kleene comparable = stated.isEmpty() ? Kleene.UNKNOWN : Kleene.FALSE;
        yield members.stream().map(m -> within(stated, m)).reduce(comparable, Kleene::or);
      }
      case Term.Has(_, var set, var kind, var member) -> has(set, kind, member);
      case Term.Known(_, var fact) -> Kleene.of(isKnown(fact));
      case Term.InForce(_, var instrument) -> applies(instrument);
      case Term.Open _ -> Kleene.UNKNOWN;
      case Term.Sum _, Term.Moved _, Term.Faulty _ ->
          throw new IllegalArgumentException("no condition: " + term);
    };
  }

  private static Kleene truth(long value) {
    return value == Row.TRUE ? Kleene.TRUE : value == Row.FALSE ? Kleene.FALSE : Kleene.UNKNOWN;
  }

  private Kleene truth(Fact fact) {
    return facts.isKnown(fact)
        ? truth(facts.value(fact))
        : presumed(fact).map(Twin::truth).orElse(Kleene.UNKNOWN);
  }

  private boolean isKnown(Fact fact) {
    return facts.isKnown(fact);
  }

  private static Kleene less(Optional<Value> left, Optional<Value> right, boolean orEqual) {
    if (left.isEmpty() || right.isEmpty()) {
      return Kleene.UNKNOWN;
    }
    if (left.get() instanceof Value.Length(var period, _)
        && period != ((Value.Length) right.get()).period()) {
      return Kleene.UNKNOWN;
    }
    int order =
        switch (left.get()) {
          case Value.Number(var count) -> count.compareTo(((Value.Number) right.get()).count());
          case Value.Day(var date) -> date.compareTo(((Value.Day) right.get()).date());
          case Value.Length(_, var amount) ->
              Long.compare(amount, ((Value.Length) right.get()).amount());
          case Value.Of(_, var member) ->
              Integer.compare(member.index(), ((Value.Of) right.get()).member().index());
          case Value.Words _ -> throw new IllegalArgumentException("texts have no order");
        };
    return Kleene.of(orEqual ? order <= 0 : order < 0);
  }

  private static Kleene same(Optional<Value> left, Optional<Value> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Kleene.UNKNOWN;
    }
    if (left.get().equals(right.get())) {
      // Two that both say only "mid" may mean two places in it.
      boolean tooBroad = left.get() instanceof Value.Of(_, var both) && both.last() > both.index();
      return tooBroad ? Kleene.UNKNOWN : Kleene.TRUE;
    }
    // In a tree the higher of two may have been meant as the lower.
    boolean related =
        left.get() instanceof Value.Of(_, var one)
            && right.get() instanceof Value.Of(_, var other)
            && (isAtOrBelow(one, other) || isAtOrBelow(other, one));
    return related ? Kleene.UNKNOWN : Kleene.FALSE;
  }

  private Kleene has(Fact set, Kind kind, Kind.Member member) {
    if (!facts.isKnown(set)) {
      return Kleene.UNKNOWN;
    }
    Kleene has = Kleene.FALSE;
    for (Kind.Member each : Facts.members(set, kind, facts.row())) {
      has = has.or(within(each, member));
    }
    return has;
  }

  /** What the term comes to; empty where it is unknown. */
  private Optional<Value> value(Term term) {
    return switch (term) {
      case Term.Constant(_, var type, var value) -> Optional.of(value(type, value));
      case Term.Stated(_, var fact) -> value(fact);
      case Term.Derived(_, var definition) -> value(definition.body());
      case Term.Sum(_, _, var left, var minus, var right) ->
          value(left).flatMap(l -> value(right).map(r -> sum(l, minus, r)));
      case Term.Moved(_, var date, var back, var by) ->
          value(date)
              .flatMap(d -> value(by).flatMap(b -> moved((Value.Day) d, back, (Value.Length) b)));
      case Term.Or _,
          Term.And _,
          Term.Not _,
          Term.Less _,
          Term.Same _,
          Term.Within _,
          Term.Has _,
          Term.Known _,
          Term.InForce _,
          Term.Open _,
          Term.Faulty _ ->
          throw new IllegalArgumentException("no value: " + term);
    };
  }

  private static Value sum(Value left, boolean minus, Value right) {
    BigInteger one = ((Value.Number) left).count();
    BigInteger other = ((Value.Number) right).count();
    return new Value.Number(minus ? one.subtract(other) : one.add(other));
  }

  private static Optional<Value> moved(Value.Day day, boolean back, Value.Length by) {
    long amount = back ? -by.amount() : by.amount();
    return switch (by.period()) {
      case YEARS -> Optional.of(new Value.Day(day.date().plusYears(amount)));
      case MONTHS -> Optional.of(new Value.Day(day.date().plusMonths(amount)));
      case DAYS -> Optional.of(new Value.Day(day.date().plusDays(amount)));
      case WORKING_DAYS -> Optional.empty();
    };
  }

  private Optional<Value> value(Fact fact) {
    if (!facts.isKnown(fact)) {
      return presumed(fact).map(v -> value(fact.type(), v));
    }
    return Optional.of(
        fact.type() instanceof Type.Words
            ? new Value.Words(facts.said(fact).orElseThrow().in(Language.EN))
            : value(fact.type(), facts.value(fact)));
  }

  private Value value(Type type, long value) {
    return switch (type) {
      case Type.Number _ -> new Value.Number(BigInteger.valueOf(value));
      case Type.Date _ -> new Value.Day(LocalDate.ofEpochDay(value));
      case Type.Duration _ -> new Value.Length(Period.of(value), Period.amount(value));
      // A text that stands in no condition has a number of its own instead of a place among them.
      case Type.Words _ ->
          new Value.Words(value < 0 ? "another text " + value : policy.words().get((int) value));
      case Type.Of(var kind) -> new Value.Of(kind, kind.member((int) value));
      case Type.Truth _, Type.SetOf _ ->
          throw new IllegalArgumentException("no single value: " + type);
    };
  }

  /** What the presumptions that apply agree on, if no other that may apply says otherwise. */
  private Optional<Long> presumed(Fact fact) {
    Set<Long> certain = new HashSet<>();
    Set<Long> possible = new HashSet<>();
    for (Rule rule : presumptions(fact)) {
      Kleene applies = applies(rule);
      long value = ((Effect.Presume) rule.effect()).value();
      if (applies == Kleene.TRUE) {
        certain.add(value);
      }
      if (applies != Kleene.FALSE) {
        possible.add(value);
      }
    }
    return possible.size() == 1 ? certain.stream().findAny() : Optional.empty();
  }

  private List<Rule> presumptions(Fact fact) {
    List<Rule> presumptions = new ArrayList<>();
    for (Step step : policy.steps()) {
      if (step instanceof Step.Presume(var filled, var by) && filled.equals(fact)) {
        presumptions.addAll(by);
      }
    }
    return presumptions;
  }
}

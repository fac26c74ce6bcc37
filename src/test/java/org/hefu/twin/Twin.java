package org.hefu.twin;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Match;
import org.hefu.model.Outcome;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Question;
import org.hefu.model.Rank;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
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

    /**
     * @param elsewhere 0 of what is stated; of another number, some place of its own within the
     *     member and in none of those listed below it
     */
    record Of(Kind kind, Kind.Member member, int elsewhere) implements Value {
      Of(Kind kind, Kind.Member member) {
        this(kind, member, 0);
      }

      boolean isTooBroad() {
        return elsewhere == 0 && member.last() > member.index();
      }
    }

    record Truth(Kleene truth) implements Value {}

    record Several(Set<Kind.Member> members) implements Value {}
  }

  /** What unknown facts, and open points of law, are taken to be. */
  record Filled(Map<Fact, Value> facts, Map<Question, Kleene> law) {
    static final Filled NOTHING = new Filled(Map.of(), Map.of());
  }

  private final Policy policy;
  private final Facts facts;
  private final List<Rule> rules;

  /** Instruments taken as not in force. */
  private final Set<Instrument> out;

  /** Are drafts taken as adopted? */
  private final boolean adopted;

  /** For each rule by its index, those that may defeat it. */
  private final List<Set<Rule>> defeaters;

  private final Filled filled;

  /** The parts of the flow, under all texts in force; itself where the flow is one. */
  private final List<Twin> parts;

  /** Which of the parts this is. */
  private final int number;

  private final Once<Rule, Kleene> effects = new Once<>(this::effect);
  private final Once<Rule, Kleene> applications = new Once<>(this::application);
  private final Once<Definition, Kleene> truths = new Once<>(this::derived);
  private final Once<Fact, Optional<Long>> presumed = new Once<>(this::presumption);

  Twin(Policy policy, Facts facts, List<Set<Rule>> defeaters) {
    this(policy, facts, defeaters, Filled.NOTHING);
    if (!facts.parts().isEmpty()) {
      parts.clear();
    }
    for (Facts.Part part : facts.parts()) {
      parts.add(
          new Twin(
              policy,
              part.facts(),
              defeaters,
              Filled.NOTHING,
              parts,
              parts.size(),
              Set.of(),
              false));
    }
  }

  private Twin(Policy policy, Facts facts, List<Set<Rule>> defeaters, Filled filled) {
    this(policy, facts, defeaters, filled, Set.of(), false);
  }

  /** Of a flow without parts. */
  private Twin(
      Policy policy,
      Facts facts,
      List<Set<Rule>> defeaters,
      Filled filled,
      Set<Instrument> out,
      boolean adopted) {
    this(policy, facts, defeaters, filled, new ArrayList<>(), 0, out, adopted);
    parts.add(this);
  }

  private Twin(
      Policy policy,
      Facts facts,
      List<Set<Rule>> defeaters,
      Filled filled,
      List<Twin> parts,
      int number,
      Set<Instrument> out,
      boolean adopted) {
    this.policy = policy;
    this.facts = facts;
    this.defeaters = defeaters;
    this.filled = filled;
    this.rules = policy.rules();
    this.parts = parts;
    this.number = number;
    this.out = out;
    this.adopted = adopted;
  }

  private Twin with(Set<Instrument> left, boolean drafts) {
    return new Twin(policy, facts, defeaters, filled, parts, number, left, drafts);
  }

  Facts facts() {
    return facts;
  }

  /** The same flow, which has no parts, with these unknown facts taken to be so. */
  Twin filled(Filled with) {
    return new Twin(policy, facts, defeaters, with, out, adopted);
  }

  private Twin without(Instrument instrument) {
    Set<Instrument> more = new HashSet<>(out);
    more.add(instrument);
    return with(more, adopted);
  }

  /** The whole is as bad as its worst part. */
  Outcome outcome() {
    return worst(parts.stream().map(Twin::one).toList());
  }

  /** The same if the drafts were adopted. */
  Outcome ifAdopted() {
    return worst(parts.stream().map(p -> p.with(out, true).one()).toList());
  }

  /** The same flow, which has no parts, decided as if the drafts were adopted. */
  Twin adopted() {
    return new Twin(policy, facts, defeaters, filled, out, true);
  }

  private static Outcome worst(List<Outcome> outcomes) {
    return Stream.of(
            Outcome.PROHIBITED,
            Outcome.UNDETERMINED,
            Outcome.UNREGULATED,
            Outcome.CONDITIONAL,
            Outcome.PERMITTED)
        .filter(outcomes::contains)
        .findFirst()
        .orElseThrow();
  }

  /** Do two texts differ in some part, of which neither is higher? */
  boolean isUnsettled() {
    return parts.stream().anyMatch(Twin::clashes);
  }

  private Outcome one() {
    return clashes() ? Outcome.UNDETERMINED : ofAllTexts();
  }

  /** Do facts suffice, and do two texts differ of which neither is higher? */
  private boolean clashes() {
    return ofAllTexts() != Outcome.UNDETERMINED
        && policy.instruments().stream()
            .anyMatch(one -> policy.instruments().stream().anyMatch(other -> clash(one, other)));
  }

  /** Do two texts of which neither is higher speak against each other, whatever comes of it? */
  boolean isOpposed() {
    return policy.instruments().stream()
        .anyMatch(one -> policy.instruments().stream().anyMatch(other -> opposed(one, other)));
  }

  private boolean clash(Instrument one, Instrument other) {
    return opposed(one, other) && without(one).ofAllTexts() != without(other).ofAllTexts();
  }

  private boolean opposed(Instrument one, Instrument other) {
    return neitherIsHigher(one, other)
        && speaks(one, other)
        && speaks(other, one)
        && (allows(one, other) || allows(other, one));
  }

  /**
   * Of a department rule and another text; two department rules must be known to differ in issuer.
   */
  private static boolean neitherIsHigher(Instrument one, Instrument other) {
    return one.rank() == Rank.DEPARTMENT_RULE
        && !one.module().equals(other.module())
        && switch (other.rank()) {
          case LOCAL_REGULATION, CITY_REGULATION, LOCAL_RULE -> true;
          case DEPARTMENT_RULE ->
              !one.issuer().isEmpty()
                  && !other.issuer().isEmpty()
                  && !one.issuer().equals(other.issuer());
          default -> false;
        };
  }

  private boolean speaks(Instrument text, Instrument beside) {
    return some(text, r -> speaks(r, beside));
  }

  /** Does the text speak by a permission or an exemption? */
  private boolean allows(Instrument text, Instrument beside) {
    return some(
        text,
        r ->
            (r.effect() instanceof Effect.Permit || r.effect() instanceof Effect.Exempt)
                && speaks(r, beside));
  }

  private boolean speaks(Rule rule, Instrument beside) {
    return switch (rule.effect()) {
      case Effect.Forbid _, Effect.Permit _ -> true;
      case Effect.Require _ -> met(rule) != Kleene.TRUE;
      case Effect.Exempt(_, var from) ->
          some(
              beside,
              asked ->
                  asked.effect() instanceof Effect.Require(var procedures, _)
                      && met(asked) != Kleene.TRUE
                      && from.containsAll(procedures));
      case Effect.Oblige _, Effect.Presume _, Effect.Advise _ -> false;
    };
  }

  /** Is there a rule of the text of which this holds, and that has effect or may have it? */
  private boolean some(Instrument text, Predicate<Rule> holds) {
    return rules.stream()
        .anyMatch(
            r -> r.instrument().equals(text) && takesEffect(r) != Kleene.FALSE && holds.test(r));
  }

  private Outcome ofAllTexts() {
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
    return parts.stream().flatMap(p -> p.required().stream()).collect(Collectors.toSet());
  }

  private Set<Set<String>> required() {
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
      met = met.or(truth(new Term.Derived(procedure.met().declared(), procedure.met())));
    }
    return met;
  }

  /**
   * The rules on which the outcome may hang, and what may defeat them: those that ban or require
   * what is not surely done, by which texts speak against each other, or that govern alone.
   */
  Set<Rule> mattering() {
    Set<Rule> mattering = new LinkedHashSet<>();
    boolean isGoverned = rules.stream().anyMatch(r -> governs(r) == Kleene.TRUE);
    for (Rule rule : rules) {
      boolean matters =
          switch (rule.effect()) {
            case Effect.Forbid _ -> true;
            case Effect.Require _ ->
                met(rule) != Kleene.TRUE && (takesEffect(rule) == Kleene.TRUE || leavesOpen(rule));
            default -> false;
          };
      if (matters && takesEffect(rule) != Kleene.FALSE) {
        mattering(rule, mattering, d -> takesEffect(d) == Kleene.UNKNOWN);
      }
      if (!isGoverned && governs(rule) == Kleene.UNKNOWN) {
        mattering.add(rule);
      }
    }
    for (Instrument one : policy.instruments()) {
      for (Instrument other : policy.instruments()) {
        if (opposed(one, other)) {
          rules.stream()
              .filter(r -> takesEffect(r) != Kleene.FALSE)
              .filter(r ->
                  (r.instrument().equals(one) && speaks(r, other))
                      || (r.instrument().equals(other) && speaks(r, one)))
              .forEach(r -> mattering(r, mattering, _ -> true));
        }
      }
    }
    return mattering;
  }

  private void mattering(Rule rule, Set<Rule> mattering, Predicate<Rule> defeater) {
    if (mattering.add(rule)) {
      defeaters.get(rule.index()).stream()
          .filter(defeater)
          .forEach(d -> mattering(d, mattering, defeater));
    }
  }

  Kleene governs(Rule rule) {
    // Advice, and a duty that runs from an event, speak of no act.
    boolean speaksOfNone =
        rule.effect() instanceof Effect.Advise
            || (rule.effect() instanceof Effect.Oblige duty && duty.acts().isEmpty());
    return speaksOfNone ? Kleene.FALSE : applies(rule.instrument()).and(act(rule));
  }

  /** What became of each rule that governs the flow or may, and what defeats it or may. */
  Set<String> findings() {
    Set<String> findings = new TreeSet<>();
    for (Rule rule : rules) {
      Kleene effect = takesEffect(rule);
      boolean isTold =
          switch (rule.effect()) {
            case Effect.Oblige _ -> effect != Kleene.FALSE;
            case Effect.Advise _ -> effect == Kleene.TRUE;
            default -> governs(rule) != Kleene.FALSE;
          };
      if (isTold) {
        findings.add(told(rule, standing(rule, effect), defeatedBy(rule)));
      }
    }
    return findings;
  }

  /** One finding in words that can be compared. */
  static String told(Rule rule, String standing, List<Rule> defeatedBy) {
    String asked =
        rule.effect() instanceof Effect.Require(var procedures, _)
            ? " " + procedures.stream().map(p -> p.names().name()).toList()
            : "";
    return rule.name()
        + asked
        + " "
        + standing
        + " "
        + new TreeSet<>(defeatedBy.stream().map(Rule::name).toList());
  }

  private String standing(Rule rule, Kleene effect) {
    return switch (effect) {
      case TRUE -> "applied";
      case UNKNOWN -> "unknown";
      case FALSE -> applies(rule) == Kleene.FALSE ? "not_applied" : "defeated";
    };
  }

  private List<Rule> defeatedBy(Rule rule) {
    return applies(rule) == Kleene.FALSE
        ? List.of()
        : defeaters.get(rule.index()).stream().filter(d -> takesEffect(d) != Kleene.FALSE).toList();
  }

  Kleene takesEffect(Rule rule) {
    return effects.of(rule);
  }

  private Kleene effect(Rule rule) {
    Kleene defeated = Kleene.FALSE;
    for (Rule defeater : defeaters.get(rule.index())) {
      defeated = defeated.or(takesEffect(defeater));
    }
    return applies(rule).and(defeated.not());
  }

  private Kleene applies(Rule rule) {
    return applications.of(rule);
  }

  private Kleene application(Rule rule) {
    return applies(rule.instrument())
        .and(act(rule))
        .and(truth(rule.when()))
        .and(truth(rule.unless()).not());
  }

  private Kleene applies(Instrument instrument) {
    LocalDate on = ((Value.Day) value(policy.request().on()).orElseThrow()).date();
    boolean inForce =
        instrument.status() == Instrument.Status.DRAFT
            ? adopted
            : !on.isBefore(LocalDate.ofEpochDay(instrument.from()))
                && (instrument.to() == Long.MAX_VALUE
                    || !on.isAfter(LocalDate.ofEpochDay(instrument.to())));
    Kleene there =
        instrument.territory().map(t -> within(value(t.of()), t.place())).orElse(Kleene.TRUE);
    boolean isReplaced =
        adopted
            && instrument.status() != Instrument.Status.DRAFT
            && policy.instruments().stream()
                .anyMatch(i ->
                    i.status() == Instrument.Status.DRAFT
                        && i.module().equals(instrument.module()));
    return Kleene.of(inForce && !isReplaced && !out.contains(instrument)).and(there);
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
    Value.Of of = (Value.Of) value.get();
    return of.elsewhere() > 0
        ? Kleene.of(isAtOrBelow(of.member(), member))
        : within(of.member(), member);
  }

  private static Kleene within(Kind.Member stated, Kind.Member member) {
    if (isAtOrBelow(stated, member)) {
      return Kleene.TRUE;
    }
    return isAtOrBelow(member, stated) ? Kleene.UNKNOWN : Kleene.FALSE;
  }

  static boolean isAtOrBelow(Kind.Member low, Kind.Member high) {
    return high.index() <= low.index() && low.index() <= high.last();
  }

  Kleene truth(Term term) {
    return switch (term) {
      case Term.Constant(_, _, var value) -> truth(value);
      case Term.Or(_, var parts) ->
          parts.stream().map(this::truth).reduce(Kleene.FALSE, Kleene::or);
      case Term.And(_, var parts) ->
          parts.stream().map(this::truth).reduce(Kleene.TRUE, Kleene::and);
      case Term.Not(_, var part) -> truth(part).not();
      case Term.Stated(_, var fact) -> truth(fact);
      case Term.Derived(_, var definition) -> truths.of(definition);
      case Term.Matches(_, var match) -> matches(match);
      // Policies of the twin stand alone.
      case Term.InStore _ -> Kleene.FALSE;
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
      case Term.OneOf(_, var value, var values) -> {
        Optional<Value> stated = value(value);
        Kleene comparable = stated.isEmpty() ? Kleene.UNKNOWN : Kleene.FALSE;
        yield values.stream()
            .map(v -> same(stated, Optional.of(value(value.type(), v))))
            .reduce(comparable, Kleene::or);
      }
      case Term.Has(_, var set, var kind, var member) -> has(set, kind, member);
      case Term.Known(_, var fact) -> Kleene.of(isKnown(fact));
      case Term.InForce(_, var instrument) -> applies(instrument);
      case Term.Open(_, var question) -> filled.law().getOrDefault(question, Kleene.UNKNOWN);
      case Term.Sum _, Term.Total _, Term.Moved _, Term.Days _, Term.Faulty _ ->
          throw new IllegalArgumentException("no condition: " + term);
    };
  }

  private Kleene derived(Definition definition) {
    return policy.granted().filter(definition::equals).isPresent()
        ? new TwinGrants(policy, facts, this::value, this::truth).granted()
        : compared(definition).orElseGet(() -> truth(definition.body()));
  }

  /** A comparison of a tally, by its numbers. */
  private Optional<Kleene> compared(Definition definition) {
    for (Tally tally : policy.tallies()) {
      for (Tally.Comparison each : tally.comparisons()) {
        if (each.definition().equals(definition)) {
          Optional<BigInteger> limit = value(each.limit()).map(Twin::count);
          Kleene below = limit.map(l -> below(tally, l, each.orEqual())).orElse(Kleene.UNKNOWN);
          return Optional.of(each.reaches() ? below.not() : below);
        }
      }
    }
    return Optional.empty();
  }

  /** What a fact states that counts something. */
  Optional<BigInteger> count(Fact fact) {
    return value(fact).map(Twin::count);
  }

  private static BigInteger count(Value value) {
    return ((Value.Number) value).count();
  }

  /**
   * The count lies between the largest of what surely counts and the sum of what may; one that is
   * stated is the count, as far as it lies there.
   */
  private Kleene below(Tally tally, BigInteger limit, boolean orEqual) {
    // A count that is stated is what is stated. Another is bounded by what is stated, not by what
    // is filled in; where the flow does not count, it is the count before.
    boolean isStated = stated(tally.together()).isPresent();
    boolean isBefore =
        !isStated && parts.size() == 1 && truth(tally.counts().body()) == Kleene.FALSE;
    Optional<BigInteger> before =
        (isBefore ? value(tally.before()) : stated(tally.before())).map(Twin::count);
    BigInteger least = before.orElse(BigInteger.ZERO).max(BigInteger.ZERO);
    Optional<BigInteger> most = before;
    for (Twin each : parts) {
      Twin part = each.number == number ? this : each;
      Twin counting = isStated && isFilled() ? filled(Filled.NOTHING) : part;
      Kleene counts = counting.truth(tally.counts().body());
      Optional<BigInteger> people = part.stated(tally.flow()).map(Twin::count);
      if (counts == Kleene.TRUE) {
        least = least.max(people.orElse(BigInteger.ZERO));
      }
      if (counts != Kleene.FALSE) {
        most = most.flatMap(m -> people.map(m::add));
      }
    }
    Optional<BigInteger> together =
        (isBefore ? Optional.<Value>empty() : value(tally.together())).map(Twin::count);
    if (together.isPresent()) {
      BigInteger stated = most.map(together.get()::min).orElse(together.get()).max(least);
      least = stated;
      most = Optional.of(stated);
    }
    if (isBelow(limit, least, orEqual)) {
      return most.filter(m -> isBelow(limit, m, orEqual)).isPresent()
          ? Kleene.TRUE
          : Kleene.UNKNOWN;
    }
    return Kleene.FALSE;
  }

  private boolean isFilled() {
    return !filled.equals(Filled.NOTHING);
  }

  /** What the flow says, whatever is filled in. */
  private Optional<Value> stated(Fact fact) {
    return filled.facts().containsKey(fact) ? Optional.empty() : value(fact);
  }

  private static boolean isBelow(BigInteger limit, BigInteger count, boolean orEqual) {
    return orEqual ? count.compareTo(limit) <= 0 : count.compareTo(limit) < 0;
  }

  private static Kleene truth(long value) {
    return value == Row.TRUE ? Kleene.TRUE : value == Row.FALSE ? Kleene.FALSE : Kleene.UNKNOWN;
  }

  Kleene truth(Fact fact) {
    if (filled.facts().get(fact) instanceof Value.Truth(var truth)) {
      return truth;
    }
    return facts.isKnown(fact)
        ? truth(facts.value(fact))
        : presumed.of(fact).map(Twin::truth).orElse(Kleene.UNKNOWN);
  }

  boolean isKnown(Fact fact) {
    return filled.facts().containsKey(fact) || facts.isKnown(fact);
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
          case Value.Of(_, var member, _) ->
              Integer.compare(member.index(), ((Value.Of) right.get()).member().index());
          case Value.Words _, Value.Truth _, Value.Several _ ->
              throw new IllegalArgumentException("no order: " + left.get());
        };
    return Kleene.of(orEqual ? order <= 0 : order < 0);
  }

  private static Kleene same(Optional<Value> left, Optional<Value> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Kleene.UNKNOWN;
    }
    if (left.get() instanceof Value.Of one && right.get() instanceof Value.Of other) {
      return same(one, other);
    }
    return Kleene.of(left.get().equals(right.get()));
  }

  /** What is said too broadly may mean any place in it. */
  private static Kleene same(Value.Of one, Value.Of other) {
    boolean mayBe = mayMean(one, other) || mayMean(other, one);
    return mayBe ? Kleene.UNKNOWN : Kleene.of(one.equals(other));
  }

  private static boolean mayMean(Value.Of broad, Value.Of narrow) {
    // No flow can say which of the places that are not listed it is.
    boolean areUnlisted =
        broad.elsewhere() > 0 && narrow.elsewhere() > 0 && broad.member().equals(narrow.member());
    return areUnlisted || (broad.isTooBroad() && isAtOrBelow(narrow.member(), broad.member()));
  }

  private Kleene matches(Match match) {
    if (match.fact().type() instanceof Type.SetOfWords) {
      return facts.isKnown(match.fact())
          ? facts.texts(match.fact()).stream()
              .map(t -> TwinGrants.matches(t, match.pattern()))
              .reduce(Kleene.FALSE, Kleene::or)
          : Kleene.UNKNOWN;
    }
    return value(match.fact())
        .map(v -> TwinGrants.matches(((Value.Words) v).text(), match.pattern()))
        .orElse(Kleene.UNKNOWN);
  }

  private Kleene has(Fact set, Kind kind, Kind.Member member) {
    if (filled.facts().get(set) instanceof Value.Several(var members)) {
      return Kleene.of(members.stream().anyMatch(m -> isAtOrBelow(m, member)));
    }
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
  Optional<Value> value(Term term) {
    return switch (term) {
      case Term.Constant(_, var type, var value) ->
          Row.isUnknown(type, value) ? Optional.empty() : Optional.of(value(type, value));
      case Term.Stated(_, var fact) -> value(fact);
      case Term.Derived(_, var definition) -> value(definition.body());
      case Term.Sum(_, _, var left, var minus, var right) ->
          value(left).flatMap(l -> value(right).map(r -> sum(l, minus, r)));
      case Term.Total(_, _, var parts) -> total(parts);
      case Term.Moved(_, var date, var back, var by, _) ->
          value(date)
              .flatMap(d -> value(by).flatMap(b -> moved((Value.Day) d, back, (Value.Length) b)));
      case Term.Days(_, var date, var since) ->
          value(date).flatMap(d -> value(since).map(s -> days((Value.Day) s, (Value.Day) d)));
      case Term.Or _,
          Term.And _,
          Term.Not _,
          Term.Less _,
          Term.Same _,
          Term.Within _,
          Term.OneOf _,
          Term.Has _,
          Term.Matches _,
          Term.InStore _,
          Term.Known _,
          Term.InForce _,
          Term.Open _,
          Term.Faulty _ ->
          throw new IllegalArgumentException("no value: " + term);
    };
  }

  private static Value days(Value.Day from, Value.Day to) {
    return new Value.Length(Period.DAYS, ChronoUnit.DAYS.between(from.date(), to.date()));
  }

  private static Value sum(Value left, boolean minus, Value right) {
    BigInteger one = ((Value.Number) left).count();
    BigInteger other = ((Value.Number) right).count();
    return new Value.Number(minus ? one.subtract(other) : one.add(other));
  }

  /** What may or may not count leaves the whole unknown, however little it is. */
  private Optional<Value> total(List<Term.Total.Counted> parts) {
    BigInteger total = BigInteger.ZERO;
    for (Term.Total.Counted part : parts) {
      Kleene counts = truth(part.condition());
      Optional<Value> value = value(part.value());
      if (counts == Kleene.UNKNOWN || (counts == Kleene.TRUE && value.isEmpty())) {
        return Optional.empty();
      }
      if (counts == Kleene.TRUE) {
        total = total.add(((Value.Number) value.orElseThrow()).count());
      }
    }
    return Optional.of(new Value.Number(total));
  }

  private Optional<Value> moved(Value.Day day, boolean back, Value.Length by) {
    long amount = back ? -by.amount() : by.amount();
    return switch (by.period()) {
      case YEARS -> Optional.of(new Value.Day(day.date().plusYears(amount)));
      case MONTHS -> Optional.of(new Value.Day(day.date().plusMonths(amount)));
      case DAYS -> Optional.of(new Value.Day(day.date().plusDays(amount)));
      case WORKING_DAYS -> workingDays(day.date(), amount);
    };
  }

  /** Day by day, as long as the calendar says of each whether it is a working day. */
  private Optional<Value> workingDays(LocalDate from, long amount) {
    if (amount != 0 && policy.calendar().isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = from;
    for (long left = Math.abs(amount); left > 0; ) {
      day = day.plusDays(Long.signum(amount));
      if (!policy.calendar().orElseThrow().covers(day.toEpochDay())) {
        return Optional.empty();
      }
      left -= policy.calendar().orElseThrow().isWorkingDay(day.toEpochDay()) ? 1 : 0;
    }
    return Optional.of(new Value.Day(day));
  }

  Optional<Value> value(Fact fact) {
    if (filled.facts().containsKey(fact)) {
      return Optional.of(filled.facts().get(fact));
    }
    if (!facts.isKnown(fact)) {
      return presumed.of(fact).map(v -> value(fact.type(), v));
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
      case Type.Truth _, Type.SetOf _, Type.SetOfWords _ ->
          throw new IllegalArgumentException("no single value: " + type);
    };
  }

  /** What the presumptions that apply agree on, if no other that may apply says otherwise. */
  private Optional<Long> presumption(Fact fact) {
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

  List<Rule> presumptions(Fact fact) {
    List<Rule> presumptions = new ArrayList<>();
    for (Step step : policy.steps()) {
      if (step instanceof Step.Presume(var filled, var by) && filled.equals(fact)) {
        presumptions.addAll(by);
      }
    }
    return presumptions;
  }
}

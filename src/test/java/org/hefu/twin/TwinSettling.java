package org.hefu.twin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Question;
import org.hefu.model.Rule;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;

/**
 * What becomes of an undetermined answer when it is put to the test, as docs/language.md says it:
 * by trying all that the unknown facts which unknown rules mention could be together.
 */
final class TwinSettling {
  /**
   * @param word settled, branches or open
   * @param toDo what is to be done first, in each way that it may come
   * @param sufficient the facts that settle an open answer, if any are sure to
   * @param law the open points of law on which an open answer hangs
   */
  record Settled(
      String word,
      Outcome outcome,
      Set<Set<Set<String>>> toDo,
      Set<String> sufficient,
      Set<String> law) {}

  /** Why there is nothing to compare, or what there is. */
  record Result(String skipped, Optional<Settled> settled) {
    static Result skip(String why) {
      return new Result(why, Optional.empty());
    }
  }

  /** What one way in which the facts could be comes to. */
  private record Case(Outcome outcome, Set<Set<String>> toDo, boolean isOpposed) {}

  /** One unknown and what it could be, each as a change to what is filled in. */
  private record Unknown(Object what, List<?> values) {
    String name() {
      return what instanceof Fact fact ? fact.name() : ((Question) what).names().name();
    }
  }

  private final Policy policy;
  private final Twin twin;
  private final Mentions asked;
  private final Mentions confirmed;

  private TwinSettling(Policy policy, Twin twin) {
    this.policy = policy;
    this.twin = twin;
    Predicate<Term> isOpen = t -> twin.truth(t) == Kleene.UNKNOWN;
    this.asked = new Mentions(policy, isOpen);
    this.confirmed = new Mentions(policy, isOpen);
  }

  /**
   * @param bound how many ways are tried at most
   */
  static Result of(Policy policy, Twin twin, int bound) {
    return new TwinSettling(policy, twin).result(bound);
  }

  private Result result(int bound) {
    for (Rule rule : twin.mattering()) {
      if (twin.truth(rule.when()) == Kleene.FALSE || twin.truth(rule.unless()) == Kleene.TRUE) {
        asked.where(rule);
      } else {
        asked.of(rule);
      }
      if (twin.takesEffect(rule) != Kleene.FALSE) {
        confirmed.met(rule);
      }
    }
    Set<Fact> unknown = new LinkedHashSet<>(asked.facts);
    Fact stage = policy.request().stage();
    boolean mayBeCompleted = mayBe(stage, "completed");
    confirmed.facts.stream().filter(f -> mayBeCompleted || isPresumable(f)).forEach(unknown::add);
    if (isUnknown(stage)) {
      unknown.add(stage);
    }
    unknown.removeIf(f -> !isUnknown(f));
    Set<Fact> left = left();
    unknown.removeAll(left);
    if (unknown.stream().anyMatch(letCount()::contains)) {
      return Result.skip("skipped, may contradict a stated count");
    }
    Mentions all = all();
    Set<Fact> known = presuming();
    known.addAll(all.known);
    if (unknown.stream().anyMatch(known::contains)) {
      // Filled in, it would be stated; whether that matters is told rule by rule.
      return Result.skip("skipped, asked for by known");
    }
    if (unknown.stream().anyMatch(AskedAsStated.toTheLetter(policy, twin.facts())::contains)) {
      return Result.skip("skipped, asked for to the letter");
    }
    List<Term> reckoned = new ArrayList<>();
    for (Mentions each : List.of(asked, confirmed)) {
      for (Term term : each.reckoned) {
        List<Fact> open = Mentions.reckoned(term).stream().filter(this::isUnknown).toList();
        if (open.size() == 1) {
          reckoned.add(term);
        } else if (open.stream().noneMatch(left::contains)) {
          all.intricate.addAll(open);
        }
      }
    }
    Domains domains = new Domains(twin, all, reckoned, unknown.size());
    List<Unknown> unknowns = new ArrayList<>();
    for (Fact fact : unknown) {
      Optional<List<Twin.Value>> values = domains.of(fact);
      if (values.isEmpty()) {
        return Result.skip("skipped, intricate");
      }
      unknowns.add(new Unknown(fact, values.get()));
    }
    Set<Question> law = new LinkedHashSet<>(asked.law);
    if (mayBeCompleted) {
      law.addAll(confirmed.law);
    }
    for (Question question : law) {
      if (question.ofLaw()) {
        unknowns.add(new Unknown(question, List.of(Kleene.TRUE, Kleene.FALSE)));
      }
    }
    long ways = 1;
    for (Unknown each : unknowns) {
      ways = Math.min(bound + 1L, ways * each.values().size());
    }
    return ways > bound
        ? Result.skip("skipped, too many ways")
        : settled(unknowns, (int) ways)
            .map(s -> new Result("", Optional.of(s)))
            .orElseGet(() -> Result.skip("skipped, texts that may clash"));
  }

  /** The unknown facts that are not filled in. */
  private Set<Fact> left() {
    Mentions found = new Mentions(policy, _ -> true);
    boolean mayBeCompleted = mayBe(policy.request().stage(), "completed");
    for (Mentions each : List.of(asked, confirmed)) {
      each.opaque.stream()
          .filter(f -> asked.facts.contains(f) || mayBeCompleted || isPresumable(f))
          .forEach(found.facts::add);
    }
    // What counts are made of that the flow states: stated as well, it might contradict them.
    for (Tally tally : policy.tallies()) {
      if (twin.value(tally.together()).isPresent()) {
        found.facts.addAll(List.of(tally.before(), tally.flow()));
      }
    }
    found.facts.removeIf(f -> !isUnknown(f));
    presumed(found);
    return found.facts;
  }

  private boolean isPresumable(Fact fact) {
    return !twin.presumptions(fact).isEmpty();
  }

  /** Adds what the facts would be presumed from. */
  private void presumed(Mentions found) {
    int before;
    do {
      before = found.facts.size();
      List.copyOf(found.facts).forEach(f -> twin.presumptions(f).forEach(found::of));
    } while (found.facts.size() > before);
  }

  /** What lets a flow count whose count is stated and bounded. */
  private Set<Fact> letCount() {
    Mentions found = new Mentions(policy, _ -> true);
    for (Tally tally : policy.tallies()) {
      Optional<BigInteger> together = twin.count(tally.together());
      Optional<BigInteger> flow = twin.count(tally.flow());
      boolean isBounded =
          together.isPresent()
              && (twin.count(tally.before()).isPresent()
                  || flow.filter(f -> f.compareTo(together.get()) > 0).isPresent());
      if (isBounded) {
        found.of(tally.counts().body());
      }
    }
    presumed(found);
    return found.facts;
  }

  /** The facts of which it is asked whether they are known by what would presume another. */
  private Set<Fact> presuming() {
    Mentions found = new Mentions(policy, _ -> true);
    policy.request().facts().stream()
        .filter(f -> !twin.facts().isKnown(f))
        .forEach(f -> twin.presumptions(f).forEach(found::of));
    return found.known;
  }

  private Mentions all() {
    Mentions all = new Mentions(policy, _ -> true);
    policy
        .rules()
        .forEach(r -> {
          all.of(r);
          all.met(r);
        });
    return all;
  }

  private boolean isUnknown(Fact fact) {
    if (fact.type() instanceof Type.Truth) {
      return twin.truth(fact) == Kleene.UNKNOWN;
    }
    if (fact.type() instanceof Type.SetOf || fact.type() instanceof Type.SetOfWords) {
      return !twin.isKnown(fact);
    }
    return twin.value(fact).map(v -> v instanceof Twin.Value.Of of && of.isTooBroad()).orElse(true);
  }

  private boolean mayBe(Fact fact, String member) {
    Kind kind = ((Type.Of) fact.type()).kind();
    return twin.value(fact)
        .map(v -> v.equals(new Twin.Value.Of(kind, kind.member(member).orElseThrow())))
        .orElse(true);
  }

  /** Empty where texts of which neither is higher may speak against each other. */
  private Optional<Settled> settled(List<Unknown> unknowns, int ways) {
    Map<Twin.Filled, Case> known = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    for (int way = 0; way < ways; way++) {
      cases.add(known.computeIfAbsent(filled(unknowns, way), this::tried));
    }
    if (cases.stream().anyMatch(Case::isOpposed)) {
      return Optional.empty();
    }
    Set<Outcome> outcomes = cases.stream().map(Case::outcome).collect(Collectors.toSet());
    Set<Set<Set<String>>> toDo = cases.stream().map(Case::toDo).collect(Collectors.toSet());
    if (outcomes.size() == 1 && !outcomes.contains(Outcome.UNDETERMINED)) {
      String word = toDo.size() == 1 ? "settled" : "branches";
      return Optional.of(new Settled(word, cases.getFirst().outcome(), toDo, Set.of(), Set.of()));
    }
    Set<Fact> facts = new HashSet<>();
    Set<String> law = new TreeSet<>();
    int stride = 1;
    for (Unknown each : unknowns) {
      if (matters(cases, stride, each.values().size())) {
        switch (each.what()) {
          case Fact fact -> facts.add(fact);
          default -> law.add(each.name());
        }
      }
      stride *= each.values().size();
    }
    boolean areSure =
        law.isEmpty()
            && !outcomes.contains(Outcome.UNDETERMINED)
            && policy.request().facts().containsAll(facts);
    return Optional.of(
        new Settled(
            "open", Outcome.UNDETERMINED, Set.of(), areSure ? names(facts) : Set.of(), law));
  }

  /** Does the outcome somewhere change with this unknown alone? */
  private static boolean matters(List<Case> cases, int stride, int size) {
    Function<Integer, Outcome> outcome = way -> cases.get(way).outcome();
    IntPredicate differs =
        way -> outcome.apply(way) != outcome.apply(way - way / stride % size * stride);
    return IntStream.range(0, cases.size()).anyMatch(differs);
  }

  /** In a planned act what is not known to be done is to be done. */
  private Twin.Filled filled(List<Unknown> unknowns, int way) {
    Map<Fact, Twin.Value> facts = new HashMap<>();
    Map<Question, Kleene> law = new HashMap<>();
    int left = way;
    for (Unknown each : unknowns) {
      Object value = each.values().get(left % each.values().size());
      left /= each.values().size();
      if (each.what() instanceof Fact fact) {
        facts.put(fact, (Twin.Value) value);
      } else {
        law.put((Question) each.what(), (Kleene) value);
      }
    }
    Fact stage = policy.request().stage();
    Optional<Twin.Value> at = Optional.ofNullable(facts.get(stage)).or(() -> twin.value(stage));
    boolean isPlanned =
        at.filter(v -> ((Twin.Value.Of) v).member().names().isCalled("planned")).isPresent();
    if (isPlanned) {
      facts
          .keySet()
          .removeIf(f -> !asked.facts.contains(f) && !f.equals(stage) && !isPresumable(f));
      law.keySet().removeIf(q -> !asked.law.contains(q));
    }
    return new Twin.Filled(facts, law);
  }

  private Case tried(Twin.Filled filled) {
    Twin then = twin.filled(filled);
    Outcome outcome = then.outcome();
    Set<Set<String>> toDo =
        outcome == Outcome.CONDITIONAL ? then.openRequirements() : new HashSet<>();
    return new Case(outcome, toDo, then.isOpposed());
  }

  static Set<String> names(Collection<Fact> facts) {
    return facts.stream().map(Fact::name).collect(Collectors.toCollection(TreeSet::new));
  }
}

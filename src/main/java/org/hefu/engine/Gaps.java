package org.hefu.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.decide.Missing;
import org.hefu.model.Calendar;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.jspecify.annotations.Nullable;

/** Which unknown facts and open questions make conditions unknown, and for which rules. */
final class Gaps {
  private final Probe probe;
  private final Policy policy;
  private final Map<Fact, Set<Rule>> facts = new LinkedHashMap<>();
  private final Map<Question, Set<Rule>> questions = new LinkedHashMap<>();
  private final Set<Rule> gone = new HashSet<>();
  private final Set<int[]> goneSets = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What is still to be gone through, the next last: a chain of definitions may be long. */
  private final Deque<Look> open = new ArrayDeque<>();

  /** The definitions gone through for the rule at hand. */
  private final Set<Definition> seen = new HashSet<>();

  private @Nullable Rule at;

  private final Map<Fact, List<Rule>> presumptions = new HashMap<>();
  private @Nullable Question calendar;

  /** A condition to be noted if it is open, or a value whose facts are. */
  private record Look(Term term, boolean isValue) {}

  Gaps(Probe probe, Policy policy) {
    this(probe, policy, policy.steps());
  }

  /**
   * @param steps of which presumptions are looked at, too
   */
  Gaps(Probe probe, Policy policy, List<Step> steps) {
    this.probe = probe;
    this.policy = policy;
    for (Step step : steps) {
      if (step instanceof Step.Presume(Fact fact, List<Rule> rules)) {
        presumptions.put(fact, rules);
      }
    }
  }

  /** Notes what leaves the rule's application open. */
  void applies(Rule rule) {
    if (!gone.add(rule)) {
      return;
    }
    note(rule.instrument().applies(), rule);
    note(rule.act(), rule);
    note(rule.when(), rule);
    note(rule.unless(), rule);
  }

  /** Is it a set of defeaters that nobody has gone through yet? */
  boolean isNew(int[] defeaters) {
    return goneSets.add(defeaters);
  }

  /** Notes what leaves it open whether what the rule requires, if it does, is done. */
  void met(Rule rule) {
    if (rule.effect() instanceof Effect.Require(var choices, _)) {
      choices.forEach(p -> note(p.met().body(), rule));
    }
  }

  /** Notes what leaves the condition open, if it is. */
  void note(Term term, Rule rule) {
    if (at != rule) {
      at = rule;
      seen.clear();
    }
    open.addLast(new Look(term, false));
    while (!open.isEmpty()) {
      Look look = open.removeLast();
      List<Look> next = new ArrayList<>();
      if (look.isValue()) {
        value(look.term(), rule, next);
      } else {
        condition(look.term(), rule, next);
      }
      next.reversed().forEach(open::addLast);
    }
  }

  private void condition(Term term, Rule rule, List<Look> next) {
    if (probe.truth(term) != Row.MAYBE) {
      return;
    }
    switch (term) {
      case Term.Or(_, var parts) -> joined(parts, rule, next);
      case Term.And(_, var parts) -> joined(parts, rule, next);
      case Term.Not(_, var part) -> next.add(new Look(part, false));
      case Term.Same(_, var left, var right) -> values(next, left, right);
      case Term.Less(_, var left, var right, _) -> values(next, left, right);
      case Term.Within(_, var value, _, _) -> values(next, value);
      case Term.Has(_, var set, _, _) -> fact(set, rule, next);
      case Term.Stated(_, var fact) -> fact(fact, rule, next);
      case Term.InStore(_, var stored) -> stored.facts().forEach(f -> fact(f, rule, next));
      case Term.Matches(_, var match) -> matched(match.fact(), rule, next);
      case Term.OneOf(_, var value, _) -> values(next, value);
      case Term.Derived(_, var definition) -> {
        if (seen.add(definition)) {
          next.add(new Look(definition.body(), false));
        }
      }
      case Term.InForce(_, var instrument) -> next.add(new Look(instrument.applies(), false));
      case Term.Open(_, var question) -> add(questions, question, rule);
      case Term.Constant _,
          Term.Known _,
          Term.Sum _,
          Term.Total _,
          Term.Moved _,
          Term.Days _,
          Term.Faulty _ -> {}
    }
  }

  private void joined(List<Term> parts, Rule rule, List<Look> next) {
    parts.forEach(p -> next.add(new Look(p, false)));
    boolean isBroad =
        parts.stream()
            .anyMatch(p -> p instanceof Term.Constant(_, _, var truth) && truth == Row.MAYBE);
    for (Term part : parts) {
      Term stated = part instanceof Term.Not(_, var inner) ? inner : part;
      if (isBroad && stated instanceof Term.Has(_, var set, _, _)) {
        fact(set, rule, next); // A member of it is stated that says too little.
      }
    }
  }

  private static void values(List<Look> next, Term... terms) {
    for (Term term : terms) {
      next.add(new Look(term, true));
    }
  }

  /** The facts behind a value that may be unknown, or too broad to say. */
  private void value(Term term, Rule rule, List<Look> next) {
    switch (term) {
      case Term.Stated(_, var fact) -> fact(fact, rule, next);
      case Term.Derived(_, var definition) -> {
        if (seen.add(definition)) {
          next.add(new Look(definition.body(), !(definition.type() instanceof Type.Truth)));
        }
      }
      case Term.Sum(_, _, var left, _, var right) -> values(next, left, right);
      case Term.Days(_, var date, var since) -> values(next, date, since);
      case Term.Total(_, _, var parts) ->
          parts.forEach(p -> {
            next.add(new Look(p.condition(), false));
            if (probe.truth(p.condition()) != Row.FALSE) {
              values(next, p.value());
            }
          });
      case Term.Moved(var span, var date, _, var by, _) -> {
        values(next, date, by);
        boolean known = probe.value(date) != Row.UNKNOWN && probe.value(by) != Row.UNKNOWN;
        if (known && probe.value(term) == Row.UNKNOWN) {
          // One calendar answers for all of them.
          calendar = calendar == null ? Calendar.open(span) : calendar;
          add(questions, calendar, rule);
        }
      }
      case Term.Constant _ -> {}
      default -> next.add(new Look(term, false));
    }
  }

  /** Notes a fact that is unknown, or too broad, and what would let it be presumed. */
  void fact(Fact fact, Rule rule) {
    List<Look> presumed = new ArrayList<>();
    fact(fact, rule, presumed);
    presumed.forEach(look -> note(look.term(), rule));
  }

  private void fact(Fact fact, Rule rule, List<Look> next) {
    if (Trials.isOpen(fact, probe.row()) && !isNoted(fact, rule)) {
      add(facts, fact, rule);
      for (Rule presuming : presumptions.getOrDefault(fact, List.of())) {
        next.add(new Look(presuming.when(), false));
        next.add(new Look(presuming.unless(), false));
      }
    }
  }

  /** Notes a fact of which a pattern asks: it is unknown, or names more than the pattern covers. */
  private void matched(Fact fact, Rule rule, List<Look> next) {
    if (Row.isUnknown(fact.type(), probe.row()[fact.slot()])) {
      fact(fact, rule, next);
    } else {
      add(facts, fact, rule);
    }
  }

  private boolean isNoted(Fact fact, Rule rule) {
    return facts.getOrDefault(fact, Set.of()).contains(rule);
  }

  private static <K> void add(Map<K, Set<Rule>> map, K key, Rule rule) {
    map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(rule);
  }

  /** The open questions alone. */
  List<Question> questions() {
    return List.copyOf(questions.keySet());
  }

  List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    Set<Fact> elsewhere = new HashSet<>();
    // What another part leaves open is asked for by the name that it has there.
    for (Tally tally : policy.tallies()) {
      Set<Rule> rules = facts.remove(tally.othersMost());
      if (rules != null) {
        facts.computeIfAbsent(tally.flow(), _ -> new LinkedHashSet<>()).addAll(rules);
        elsewhere.add(tally.flow());
      }
    }
    facts.forEach((fact, rules) ->
        missing.add(
            new Missing.OfFact(
                fact,
                !Row.isUnknown(fact.type(), probe.row()[fact.slot()]) && !elsewhere.contains(fact),
                List.copyOf(rules))));
    questions.forEach(
        (question, rules) -> missing.add(new Missing.OfLaw(question, List.copyOf(rules))));
    return missing;
  }
}

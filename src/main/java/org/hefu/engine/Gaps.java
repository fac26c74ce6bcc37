package org.hefu.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.decide.Missing;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.model.Type;

/** Which unknown facts and open questions make conditions unknown, and for which rules. */
final class Gaps {
  private final Probe probe;
  private final Map<Fact, Set<Rule>> facts = new LinkedHashMap<>();
  private final Map<Question, Set<Rule>> questions = new LinkedHashMap<>();
  private final Set<Rule> gone = new HashSet<>();
  private final Map<Rule, Set<Definition>> seen = new HashMap<>();

  private final Map<Fact, List<Rule>> presumptions = new HashMap<>();

  Gaps(Probe probe, List<Step> steps) {
    this.probe = probe;
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

  /** Notes what leaves the condition open, if it is. */
  void note(Term term, Rule rule) {
    if (probe.truth(term) != Row.MAYBE) {
      return;
    }
    switch (term) {
      case Term.Or(_, var parts) -> parts.forEach(p -> note(p, rule));
      case Term.And(_, var parts) -> parts.forEach(p -> note(p, rule));
      case Term.Not(_, var part) -> note(part, rule);
      case Term.Same(_, var left, var right) -> {
        values(left, rule);
        values(right, rule);
      }
      case Term.Less(_, var left, var right, _) -> {
        values(left, rule);
        values(right, rule);
      }
      case Term.Within(_, var value, _, _) -> values(value, rule);
      case Term.Has(_, var set, _, _) -> fact(set, rule);
      case Term.Stated(_, var fact) -> fact(fact, rule);
      case Term.Derived(_, var definition) -> {
        if (isNew(definition, rule)) {
          note(definition.body(), rule);
        }
      }
      case Term.InForce(_, var instrument) -> note(instrument.applies(), rule);
      case Term.Open(_, var question) -> add(questions, question, rule);
      case Term.Constant _, Term.Known _, Term.Sum _, Term.Moved _, Term.Faulty _ -> {}
    }
  }

  /** The facts behind a value that may be unknown, or too broad to say. */
  private void values(Term term, Rule rule) {
    switch (term) {
      case Term.Stated(_, var fact) -> fact(fact, rule);
      case Term.Derived(_, var definition) -> {
        if (!isNew(definition, rule)) {
          return;
        }
        if (definition.body().type() instanceof Type.Truth) {
          note(definition.body(), rule);
        } else {
          values(definition.body(), rule);
        }
      }
      case Term.Sum(_, _, var left, _, var right) -> {
        values(left, rule);
        values(right, rule);
      }
      case Term.Moved(_, var date, _, var by) -> {
        values(date, rule);
        values(by, rule);
      }
      case Term.Constant _ -> {}
      default -> note(term, rule);
    }
  }

  /** Notes a fact that is unknown, or too broad, and what would let it be presumed. */
  void fact(Fact fact, Rule rule) {
    if (Trials.isOpen(fact, probe.row()) && !isNoted(fact, rule)) {
      add(facts, fact, rule);
      for (Rule presuming : presumptions.getOrDefault(fact, List.of())) {
        note(presuming.when(), rule);
        note(presuming.unless(), rule);
      }
    }
  }

  /** A definition that many conditions share is gone through once for a rule. */
  private boolean isNew(Definition definition, Rule rule) {
    return seen.computeIfAbsent(rule, _ -> new HashSet<>()).add(definition);
  }

  private boolean isNoted(Fact fact, Rule rule) {
    return facts.getOrDefault(fact, Set.of()).contains(rule);
  }

  private static <K> void add(Map<K, Set<Rule>> map, K key, Rule rule) {
    map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(rule);
  }

  List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    facts.forEach((fact, rules) ->
        missing.add(
            new Missing.OfFact(
                fact, !Row.isUnknown(fact.type(), probe.row()[fact.slot()]), List.copyOf(rules))));
    questions.forEach(
        (question, rules) -> missing.add(new Missing.OfLaw(question, List.copyOf(rules))));
    return missing;
  }
}

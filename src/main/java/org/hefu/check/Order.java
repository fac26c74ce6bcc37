package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Span;

/** Pass: an order in which definitions, instruments and presumptions each find what they need. */
final class Order {
  private final World world;
  private final Map<Fact, List<Rule>> presumptions = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<Object> done = new LinkedHashSet<>();
  private final LinkedHashMap<Object, String> open = new LinkedHashMap<>();

  Order(World world) {
    this.world = world;
  }

  List<Step> run(List<Rule> presuming) {
    for (Rule rule : presuming) {
      Fact fact = ((Effect.Presume) rule.effect()).fact();
      presumptions.computeIfAbsent(fact, _ -> new ArrayList<>()).add(rule);
    }
    presumptions.keySet().forEach(f -> fact(f, f.declared()));
    world.instruments.forEach(this::instrument);
    world.definitions.forEach(this::definition);
    return steps;
  }

  private void definition(Definition definition) {
    step(
        definition,
        definition.names().name(),
        definition.declared(),
        () -> reads(definition.body()),
        new Step.Define(definition));
  }

  private void instrument(Instrument instrument) {
    step(
        instrument,
        instrument.module(),
        instrument.declared(),
        () -> reads(instrument.applies()),
        new Step.Apply(instrument));
  }

  private void fact(Fact fact, Span place) {
    List<Rule> rules = presumptions.get(fact);
    if (rules == null) {
      return;
    }
    step(
        fact,
        fact.name(),
        place,
        () ->
            rules.forEach(r -> {
              instrument(r.instrument());
              reads(r.when());
              reads(r.unless());
            }),
        new Step.Presume(fact, rules));
  }

  private void step(Object subject, String name, Span place, Runnable needs, Step step) {
    if (done.contains(subject)) {
      return;
    }
    if (open.containsKey(subject)) {
      List<String> names = new ArrayList<>(open.values());
      names = names.subList(names.indexOf(name), names.size());
      world.report(
          Problem.of(
              Code.CYCLIC_DEFINITION, place, name, String.join(" → ", names) + " → " + name));
      return;
    }
    open.put(subject, name);
    needs.run();
    open.remove(subject);
    done.add(subject);
    steps.add(step);
  }

  private void reads(Term term) {
    leaves(
        term,
        leaf -> {
          switch (leaf) {
            case Term.Stated(var span, var fact) -> fact(fact, span);
            case Term.Known(var span, var fact) -> fact(fact, span);
            case Term.Has(var span, var fact, _, _) -> fact(fact, span);
            case Term.Derived(_, var definition) -> definition(definition);
            case Term.InForce(_, var instrument) -> instrument(instrument);
            default -> {}
          }
        });
  }

  private static void leaves(Term term, Consumer<Term> each) {
    switch (term) {
      case Term.Or(_, var parts) -> parts.forEach(p -> leaves(p, each));
      case Term.And(_, var parts) -> parts.forEach(p -> leaves(p, each));
      case Term.Not(_, var part) -> leaves(part, each);
      case Term.Less(_, var left, var right, _) -> {
        leaves(left, each);
        leaves(right, each);
      }
      case Term.Same(_, var left, var right) -> {
        leaves(left, each);
        leaves(right, each);
      }
      case Term.Within(_, var value, _, _) -> leaves(value, each);
      case Term.Sum(_, _, var left, _, var right) -> {
        leaves(left, each);
        leaves(right, each);
      }
      case Term.Moved(_, var date, _, var by) -> {
        leaves(date, each);
        leaves(by, each);
      }
      case Term.Stated _, Term.Known _, Term.Has _, Term.Derived _, Term.InForce _ ->
          each.accept(term);
      case Term.Constant _, Term.Open _, Term.Faulty _ -> {}
    }
  }
}

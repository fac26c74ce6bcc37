package org.hefu.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
import org.hefu.model.Stored;
import org.hefu.model.Term;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Span;

/** Pass: an order in which definitions, instruments and presumptions each find what they need. */
final class Order {
  private final World world;
  private final Map<Fact, List<Rule>> presumptions = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<Object> done = new HashSet<>();

  /** What is being placed, each needed by the one before. A chain of them may be long. */
  private final Deque<Placing> open = new ArrayDeque<>();

  private final Set<Object> opened = new HashSet<>();

  Order(World world) {
    this.world = world;
  }

  /** A definition, an instrument, a store or a presumed fact, and where it is spoken of. */
  private record Subject(Object what, Span place) {}

  private record Placing(Object what, Iterator<Subject> needs) {}

  List<Step> run(List<Rule> presuming) {
    for (Rule rule : presuming) {
      Fact fact = ((Effect.Presume) rule.effect()).fact();
      presumptions.computeIfAbsent(fact, _ -> new ArrayList<>()).add(rule);
    }
    presumptions.keySet().forEach(f -> place(new Subject(f, f.declared())));
    world.instruments.forEach(i -> place(new Subject(i, i.declared())));
    world.definitions.forEach(d -> place(new Subject(d, d.declared())));
    return steps;
  }

  private void place(Subject first) {
    open(first);
    while (!open.isEmpty()) {
      Placing last = open.getLast();
      if (last.needs().hasNext()) {
        open(last.needs().next());
      } else {
        open.removeLast();
        opened.remove(last.what());
        done.add(last.what());
        steps.add(step(last.what()));
        asks(last.what());
      }
    }
  }

  /** What is asked of a presumed fact is asked again once it may have been filled. */
  private void asks(Object placed) {
    if (!(placed instanceof Fact fact)) {
      return;
    }
    List<String> words = List.copyOf(world.words);
    world.matches.stream()
        .filter(m -> m.fact().equals(fact))
        .forEach(m -> steps.add(new Step.Ask(m, words)));
  }

  private void open(Subject subject) {
    if (done.contains(subject.what())) {
      return;
    }
    if (opened.add(subject.what())) {
      open.addLast(new Placing(subject.what(), needs(subject.what()).iterator()));
    } else {
      circle(subject);
    }
  }

  private void circle(Subject subject) {
    List<String> names = new ArrayList<>();
    boolean within = false;
    for (Placing each : open) {
      within |= each.what().equals(subject.what());
      if (within && !name(each.what()).isEmpty()) {
        names.add(name(each.what()));
      }
    }
    world.report(
        Problem.of(Code.CYCLIC_DEFINITION, subject.place(), names.getFirst(), World.circle(names)));
  }

  private static String name(Object what) {
    return switch (what) {
      case Definition definition -> definition.names().name();
      case Instrument instrument -> instrument.module();
      case Stored _ -> "";
      default -> ((Fact) what).name();
    };
  }

  private Step step(Object what) {
    return switch (what) {
      case Definition definition -> new Step.Define(definition);
      case Instrument instrument -> new Step.Apply(instrument);
      case Stored stored -> new Step.Search(stored, List.copyOf(world.words));
      case Fact fact -> new Step.Presume(fact, presumptions.getOrDefault(fact, List.of()));
      default -> throw new IllegalStateException("nothing to place: " + what);
    };
  }

  private List<Subject> needs(Object what) {
    List<Subject> needs = new ArrayList<>();
    switch (what) {
      case Definition definition -> reads(definition.body(), needs);
      case Instrument instrument -> reads(instrument.applies(), needs);
      case Stored stored -> stored.facts().forEach(f -> fact(f, f.declared(), needs));
      default -> {
        for (Rule rule : presumptions.getOrDefault((Fact) what, List.of())) {
          needs.add(new Subject(rule.instrument(), rule.instrument().declared()));
          reads(rule.when(), needs);
          reads(rule.unless(), needs);
        }
      }
    }
    return needs;
  }

  private void reads(Term term, List<Subject> needs) {
    leaves(
        term,
        leaf -> {
          switch (leaf) {
            case Term.Stated(var span, var fact) -> fact(fact, span, needs);
            case Term.Known(var span, var fact) -> fact(fact, span, needs);
            case Term.Has(var span, var fact, _, _) -> fact(fact, span, needs);
            case Term.Derived(_, var definition) ->
                needs.add(new Subject(definition, definition.declared()));
            case Term.InForce(_, var instrument) ->
                needs.add(new Subject(instrument, instrument.declared()));
            case Term.Matches(var span, var match) -> fact(match.fact(), span, needs);
            case Term.InStore(var span, var stored) -> needs.add(new Subject(stored, span));
            default -> {}
          }
        });
  }

  private void fact(Fact fact, Span place, List<Subject> needs) {
    if (presumptions.containsKey(fact)) {
      needs.add(new Subject(fact, place));
    }
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
      case Term.OneOf(_, var value, _) -> leaves(value, each);
      case Term.Total(_, _, var parts) ->
          parts.forEach(p -> {
            leaves(p.condition(), each);
            leaves(p.value(), each);
          });
      case Term.Sum(_, _, var left, _, var right) -> {
        leaves(left, each);
        leaves(right, each);
      }
      case Term.Moved(_, var date, _, var by, _) -> {
        leaves(date, each);
        leaves(by, each);
      }
      case Term.Days(_, var date, var since) -> {
        leaves(date, each);
        leaves(since, each);
      }
      case Term.Stated _,
          Term.Known _,
          Term.Has _,
          Term.Matches _,
          Term.InStore _,
          Term.Derived _,
          Term.InForce _ ->
          each.accept(term);
      case Term.Constant _, Term.Open _, Term.Faulty _ -> {}
    }
  }
}

package org.hefu.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.hefu.decide.Element;
import org.hefu.decide.Element.Part;
import org.hefu.decide.FactValue;
import org.hefu.decide.Truth;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;

/** What a rule's conditions came to, element by element. */
final class Elements {
  private final Facts facts;
  private final Probe probe;

  Elements(Facts facts, Probe probe) {
    this.facts = facts;
    this.probe = probe;
  }

  List<Element> of(Rule rule) {
    List<Element> elements = new ArrayList<>();
    add(elements, Part.IN_FORCE, rule.instrument().applies(), false);
    add(elements, Part.ACT, rule.act(), false);
    add(elements, Part.WHEN, rule.when(), false);
    add(elements, Part.UNLESS, rule.unless(), false);
    return elements;
  }

  private void add(List<Element> elements, Part part, Term term, boolean negated) {
    switch (term) {
      case Term.And(_, var parts) when part != Part.UNLESS && !negated ->
          parts.forEach(p -> add(elements, part, p, false));
      case Term.Or(_, var parts) when part == Part.UNLESS && !negated ->
          parts.forEach(p -> add(elements, part, p, false));
      case Term.Not(_, var inner) -> add(elements, part, inner, !negated);
      // What stands in no text, or always holds, is no element.
      case Term.Constant _ -> {}
      default ->
          elements.add(
              new Element(
                  part, term, negated, Truth.of(probe.truth(term)), values(term), margin(term)));
    }
  }

  private List<FactValue> values(Term term) {
    Set<Fact> found = new LinkedHashSet<>();
    collect(term, found, new HashSet<>());
    return found.stream().map(this::value).toList();
  }

  FactValue value(Fact fact) {
    boolean presumed =
        !facts.isKnown(fact) && !Row.isUnknown(fact.type(), probe.row()[fact.slot()]);
    return new FactValue(fact, facts.said(fact, probe.row()), presumed);
  }

  private static void collect(Term term, Set<Fact> found, Set<Definition> seen) {
    switch (term) {
      case Term.Or(_, var parts) -> parts.forEach(p -> collect(p, found, seen));
      case Term.And(_, var parts) -> parts.forEach(p -> collect(p, found, seen));
      case Term.Not(_, var part) -> collect(part, found, seen);
      case Term.Less(_, var left, var right, _) -> {
        collect(left, found, seen);
        collect(right, found, seen);
      }
      case Term.Same(_, var left, var right) -> {
        collect(left, found, seen);
        collect(right, found, seen);
      }
      case Term.Within(_, var value, _, _) -> collect(value, found, seen);
      case Term.Has(_, var set, _, _) -> found.add(set);
      case Term.Known(_, var fact) -> found.add(fact);
      case Term.Stated(_, var fact) -> found.add(fact);
      case Term.Derived(_, var definition) -> {
        if (seen.add(definition)) {
          collect(definition.body(), found, seen);
        }
      }
      case Term.Sum(_, _, var left, _, var right) -> {
        collect(left, found, seen);
        collect(right, found, seen);
      }
      case Term.Moved(_, var date, _, var by) -> {
        collect(date, found, seen);
        collect(by, found, seen);
      }
      case Term.InForce(_, var instrument) -> collect(instrument.applies(), found, seen);
      case Term.Constant _, Term.Open _, Term.Faulty _ -> {}
    }
  }

  private OptionalLong margin(Term term) {
    if (!(term instanceof Term.Less(_, var left, var right, _))
        || !(left.type() instanceof Type.Number)) {
      return OptionalLong.empty();
    }
    if (right instanceof Term.Constant(_, _, var limit)
        && left instanceof Term.Stated(_, var fact)) {
      return margin(fact, limit);
    }
    if (left instanceof Term.Constant(_, _, var limit)
        && right instanceof Term.Stated(_, var fact)) {
      return margin(fact, limit);
    }
    return OptionalLong.empty();
  }

  private OptionalLong margin(Fact fact, long limit) {
    long value = probe.row()[fact.slot()];
    return value == Row.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(limit - value);
  }
}

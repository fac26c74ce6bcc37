package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hefu.model.Definition;
import org.hefu.model.Term;

/** What a term says wherever it stands: terms alike in this are one, whatever their places. */
final class Likeness {
  private Likeness() {}

  static String of(Term term) {
    return switch (term) {
      case Term.Constant(_, var type, var value) ->
          type.getClass().getSimpleName().charAt(0) + "" + value;
      case Term.Or or -> "or(" + set(parts(or)) + ")";
      case Term.And and -> "and(" + set(parts(and)) + ")";
      case Term.Not(_, Term.Not(_, var part)) -> of(part);
      case Term.Not(_, var part) -> "not(" + of(part) + ")";
      case Term.Stated(_, var fact) -> "fact" + fact.slot();
      case Term.Derived(_, var definition) -> of(definition);
      case Term.Less(_, var left, var right, var orEqual) ->
          of(left) + (orEqual ? "<=" : "<") + of(right);
      case Term.Same(_, var left, var right) -> "same" + sorted(List.of(left, right));
      case Term.Within(_, var value, _, var members) ->
          of(value)
              + " in "
              + members.stream().map(m -> m.index() + "-" + m.last()).sorted().toList();
      case Term.Has(_, var set, _, var member) -> "set" + set.slot() + " has " + member.index();
      case Term.Known(_, var fact) -> "known" + fact.slot();
      case Term.Sum(_, _, var left, var minus, var right) ->
          minus ? "(" + of(left) + "-" + of(right) + ")" : "sum" + sorted(List.of(left, right));
      case Term.OneOf(_, var value, var values) -> of(value) + " one of " + values;
      case Term.Total(_, _, var parts) ->
          "total"
              + parts.stream().map(p -> of(p.condition()) + ":" + of(p.value())).sorted().toList();
      case Term.Moved(_, var date, var back, var by, _) ->
          "(" + of(date) + (back ? "-" : "+") + of(by) + ")";
      case Term.Days(_, var date, var since) -> "(" + of(date) + "-" + of(since) + ")";
      case Term.Matches(_, var match) -> "matches" + match.slot();
      case Term.InStore _ -> "in store";
      case Term.InForce(_, var instrument) -> "force" + instrument.slot();
      case Term.Open(_, var question) -> "open" + System.identityHashCode(question);
      case Term.Faulty(var span, _) -> "faulty" + span;
    };
  }

  /** A definition that is another name for a fact or another definition is that. */
  private static String of(Definition definition) {
    return switch (definition.body()) {
      case Term.Stated(_, var fact) -> "fact" + fact.slot();
      case Term.Derived(_, var other) -> of(other);
      default -> "defined" + definition.slot();
    };
  }

  /** The parts of an {@code or}, or of an {@code and}, with those of such parts among them. */
  static List<Term> parts(Term whole) {
    List<Term> parts =
        switch (whole) {
          case Term.Or(_, var several) -> several;
          case Term.And(_, var several) -> several;
          default -> List.of();
        };
    List<Term> flat = new ArrayList<>();
    for (Term part : parts) {
      if (part.getClass() == whole.getClass()) {
        flat.addAll(parts(part));
      } else {
        flat.add(part);
      }
    }
    return flat;
  }

  private static String set(List<Term> parts) {
    return String.join(",", new TreeSet<>(parts.stream().map(Likeness::of).toList()));
  }

  private static String sorted(List<Term> parts) {
    return parts.stream().map(Likeness::of).sorted().collect(Collectors.joining(",", "(", ")"));
  }
}

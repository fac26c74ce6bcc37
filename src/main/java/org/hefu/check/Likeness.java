package org.hefu.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hefu.model.Definition;
import org.hefu.model.Kind;
import org.hefu.model.Term;

/** What a term says wherever it stands: terms alike in this are one, whatever their places. */
final class Likeness {
  private static final Comparator<Kind.Member> ORDER =
      Comparator.comparingInt(Kind.Member::index).thenComparingInt(Kind.Member::last);

  private Likeness() {}

  static String of(Term term) {
    StringBuilder said = new StringBuilder();
    say(term, said);
    return said.toString();
  }

  private static void say(Term term, StringBuilder said) {
    switch (term) {
      case Term.Constant(_, var type, var value) ->
          said.append(type.getClass().getSimpleName().charAt(0)).append(value);
      case Term.Or or -> set("or(", parts(or), said);
      case Term.And and -> set("and(", parts(and), said);
      case Term.Not(_, Term.Not(_, var part)) -> say(part, said);
      case Term.Not(_, var part) -> {
        said.append("not(");
        say(part, said);
        said.append(')');
      }
      case Term.Stated(_, var fact) -> said.append("fact").append(fact.slot());
      case Term.Derived(_, var definition) -> say(definition, said);
      case Term.Less(_, var left, var right, var orEqual) -> {
        say(left, said);
        said.append(orEqual ? "<=" : "<");
        say(right, said);
      }
      case Term.Same(_, var left, var right) ->
          said.append("same").append(sorted(List.of(left, right)));
      case Term.Within(_, var value, _, var members) -> {
        say(value, said);
        said.append(" in");
        for (Kind.Member each : inOrder(members)) {
          said.append(' ').append(each.index()).append('-').append(each.last());
        }
      }
      case Term.Has(_, var set, _, var member) ->
          said.append("set").append(set.slot()).append(" has ").append(member.index());
      case Term.Known(_, var fact) -> said.append("known").append(fact.slot());
      case Term.Sum(_, _, var left, var minus, var right) ->
          said.append(
              minus
                  ? "(" + of(left) + "-" + of(right) + ")"
                  : "sum" + sorted(List.of(left, right)));
      case Term.OneOf(_, var value, var values) -> {
        say(value, said);
        said.append(" one of ").append(values);
      }
      case Term.Total(_, _, var parts) ->
          said.append("total")
              .append(
                  parts.stream()
                      .map(p -> of(p.condition()) + ":" + of(p.value()))
                      .sorted()
                      .toList());
      case Term.Moved(_, var date, var back, var by, _) ->
          said.append("(" + of(date) + (back ? "-" : "+") + of(by) + ")");
      case Term.Days(_, var date, var since) -> said.append("(" + of(date) + "-" + of(since) + ")");
      case Term.Matches(_, var match) -> said.append("matches").append(match.slot());
      case Term.InStore _ -> said.append("in store");
      case Term.InForce(_, var instrument) -> said.append("force").append(instrument.slot());
      case Term.Open(_, var question) ->
          said.append("open").append(System.identityHashCode(question));
      case Term.Faulty(var span, _) -> said.append("faulty").append(span);
    }
  }

  /** A definition that is another name for a fact or another definition is that. */
  private static void say(Definition definition, StringBuilder said) {
    switch (definition.body()) {
      case Term.Stated(_, var fact) -> said.append("fact").append(fact.slot());
      case Term.Derived(_, var other) -> say(other, said);
      default -> said.append("defined").append(definition.slot());
    }
  }

  /** Most lists are in order. */
  private static List<Kind.Member> inOrder(List<Kind.Member> members) {
    for (int i = 1; i < members.size(); i++) {
      if (ORDER.compare(members.get(i - 1), members.get(i)) > 0) {
        return members.stream().sorted(ORDER).toList();
      }
    }
    return members;
  }

  /** The parts of an {@code or}, or of an {@code and}, with those of such parts among them. */
  static List<Term> parts(Term whole) {
    List<Term> parts =
        switch (whole) {
          case Term.Or(_, var several) -> several;
          case Term.And(_, var several) -> several;
          default -> List.of();
        };
    if (parts.stream().noneMatch(p -> p.getClass() == whole.getClass())) {
      return parts;
    }
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

  /** Each part once, in an order that does not depend on theirs. */
  private static void set(String word, List<Term> parts, StringBuilder said) {
    said.append(word);
    String[] all = new String[parts.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(parts.get(i));
    }
    Arrays.sort(all);
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || !all[i].equals(all[i - 1])) {
        said.append(i == 0 ? "" : ",").append(all[i]);
      }
    }
    said.append(')');
  }

  private static String sorted(List<Term> parts) {
    return parts.stream().map(Likeness::of).sorted().collect(Collectors.joining(",", "(", ")"));
  }
}

package org.hefu.seek;

import java.util.List;
import java.util.Optional;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Term;

/**
 * What is met because the flow states the very member that is asked for, one with others below it:
 * the same fact stated more precisely would no longer meet it.
 */
final class ToTheLetter {
  private ToTheLetter() {}

  /** The fact that meets the condition so; empty where none does. */
  static Optional<Fact> met(Term term, long[] row) {
    return switch (term) {
      case Term.Within(_, var value, var kind, var members) ->
          fact(value)
              .filter(f -> !Row.isUnknown(f.type(), row[f.slot()]))
              .filter(f -> isMet(members, kind.member((int) row[f.slot()])));
      case Term.Has(_, var set, var kind, var member) ->
          Optional.of(set)
              .filter(s -> !Row.isUnknown(s.type(), row[s.slot()]))
              .filter(s ->
                  Facts.members(s, kind, row).stream()
                      .anyMatch(stated -> isMet(List.of(member), stated)));
      default -> Optional.empty();
    };
  }

  private static boolean isMet(List<Kind.Member> asked, Kind.Member stated) {
    return Kind.isDivided(stated)
        && asked.stream().anyMatch(a -> a.index() == stated.index())
        && asked.stream().noneMatch(a -> a.holds(stated) && a.last() >= stated.last());
  }

  private static Optional<Fact> fact(Term value) {
    return switch (value) {
      case Term.Stated(_, var fact) -> Optional.of(fact);
      case Term.Derived(_, var definition) -> fact(definition.body());
      default -> Optional.empty();
    };
  }
}

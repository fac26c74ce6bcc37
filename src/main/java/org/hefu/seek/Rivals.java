package org.hefu.seek;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Fact;
import org.hefu.model.Term;

/** Which open facts are compared with each other, straight or by way of others. */
final class Rivals {
  private final Atoms atoms;
  private final Map<Fact, Set<Fact>> groups = new LinkedHashMap<>();

  /**
   * @param tried the facts that may be filled in; those whose comparisons with each other cannot be
   *     gone through are taken away
   */
  Rivals(Atoms atoms, Set<Fact> tried) {
    this.atoms = atoms;
    atoms
        .all()
        .forEach((atom, facts) -> {
          if (isReckoned(atom)) {
            untangle(facts, tried);
          }
        });
    tried.forEach(f -> groups.put(f, new LinkedHashSet<>(Set.of(f))));
    atoms
        .all()
        .forEach((atom, facts) -> {
          if (!isReckoned(atom) && tried.containsAll(facts)) {
            facts.forEach(f -> join(facts.getFirst(), f));
          }
        });
  }

  /** The fact itself, and those it is compared with. */
  Set<Fact> of(Fact fact) {
    return groups.getOrDefault(fact, Set.of(fact));
  }

  /** Is it one of those that may be filled in? */
  boolean isTried(Fact fact) {
    return groups.containsKey(fact);
  }

  private void join(Fact one, Fact other) {
    Set<Fact> all = new LinkedHashSet<>(of(one));
    all.addAll(of(other));
    all.forEach(f -> groups.put(f, all));
  }

  /**
   * A sum of two unknown facts has no values that stand for all others. While one of them is left
   * unknown so is the sum, which is safe.
   */
  private void untangle(List<Fact> facts, Set<Fact> tried) {
    if (facts.size() > 1 && tried.containsAll(facts)) {
      Comparator<Fact> fewest = Comparator.comparingInt(f -> atoms.of(f).size());
      tried.remove(Collections.min(facts, fewest.thenComparingInt(Fact::slot)));
    }
  }

  /** Does the comparison reckon with its facts before it compares? */
  private static boolean isReckoned(Term atom) {
    return switch (atom) {
      case Term.Same(_, var left, var right) -> isReckoned(left) || isReckoned(right);
      case Term.Less(_, var left, var right, _) -> isReckoned(left) || isReckoned(right);
      case Term.Sum _, Term.Moved _, Term.Days _ -> true;
      case Term.Derived(_, var definition) -> isReckoned(definition.body());
      default -> false;
    };
  }
}

package org.hefu.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hefu.model.Definition;
import org.hefu.model.Row;
import org.hefu.model.Term;

/** Takes conditions apart into what must hold all at once. */
public final class Conditions {
  /** The conditions of an entry, taken apart. */
  public static final class Entry {
    private final List<Part> parts;

    private Entry(List<Part> parts) {
      this.parts = parts;
    }

    List<Part> parts() {
      return parts;
    }
  }

  /**
   * One of the parts of a condition.
   *
   * @param test the same, where the part looks at one slot
   */
  record Part(Term term, Optional<Test> test) {}

  /** A definition is worked out once, and so must be worth it to be written out instead. */
  private static final int FEW = 4;

  private final Tests tests;

  /**
   * @param isStated of a slot: does it hold what the flow states, whatever the policy says?
   */
  public Conditions(IntPredicate isStated) {
    this.tests = new Tests(isStated);
  }

  Tests tests() {
    return tests;
  }

  /** What a condition says of the values of one slot; empty if it hangs on more. */
  public Optional<Test> test(Term condition) {
    return tests.of(condition);
  }

  /** Those of an entry, of which all must hold. */
  public Entry of(List<Term> conditions) {
    List<Part> parts = new ArrayList<>();
    for (Term each : conditions) {
      add(each, true, parts);
    }
    return new Entry(parts);
  }

  private void add(Term term, boolean holds, List<Part> parts) {
    switch (term) {
      case Term.And(_, var several) when holds -> {
        for (Term each : several) {
          add(each, true, parts);
        }
      }
      case Term.Or(_, var several) when !holds -> {
        for (Term each : several) {
          add(each, false, parts);
        }
      }
      case Term.Not(_, var part) -> add(part, !holds, parts);
      case Term.Derived(_, var definition) -> {
        List<Part> inside = inside(definition, holds);
        if (inside.isEmpty()) {
          leaf(term, holds, parts);
        } else {
          parts.addAll(inside);
        }
      }
      default -> leaf(term, holds, parts);
    }
  }

  private void leaf(Term term, boolean holds, List<Part> parts) {
    Optional<Test> test = tests.of(term);
    if (!holds && test.isPresent()) {
      test = Optional.of(test.get().not());
    }
    // What holds of every row needs no asking.
    if (test.isEmpty() || !test.get().isAlways(Row.TRUE)) {
      parts.add(new Part(holds ? term : new Term.Not(term.span(), term), test));
    }
  }

  /** The parts of a definition that is made of a few tests of what is stated; else none. */
  private List<Part> inside(Definition definition, boolean holds) {
    List<Part> inside = new ArrayList<>();
    boolean isJoined =
        holds ? definition.body() instanceof Term.And : definition.body() instanceof Term.Or;
    if (isJoined && definition.body().parts().size() <= FEW) {
      definition.body().parts().forEach(t -> leaf(t, holds, inside));
    }
    return inside.stream().allMatch(p -> p.test().filter(tests::isOfStated).isPresent())
        ? inside
        : List.of();
  }
}

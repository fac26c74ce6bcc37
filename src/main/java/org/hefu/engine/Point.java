package org.hefu.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.hefu.code.Writing;
import org.hefu.model.Row;
import org.hefu.model.Term;

/** What an outcome may hang on: something that a flow states, or that is worked out of it. */
sealed interface Point {
  /**
   * A slot, as the flow states it.
   *
   * @param isSmall does it stand in a byte, too?
   */
  record Stated(int slot, boolean isSmall) implements Point {
    @Override
    public int[] slots() {
      return new int[] {slot};
    }

    @Override
    public int weight() {
      return 2;
    }

    @Override
    public void write(Writing code, Lower lower) {
      if (isSmall) {
        code.small(slot);
      } else {
        code.stated(slot);
      }
    }

    @Override
    public Ratio.Range written(Ratio.Range answers) {
      if (!isSmall) {
        return answers;
      }
      // In a byte, too, what is unknown is less than all values.
      long first = answers.first() == Row.UNKNOWN ? Row.UNKNOWN : Math.max(0, answers.first());
      return new Ratio.Range(first, Math.max(Row.SMALL_UNKNOWN, answers.last()));
    }
  }

  /** A slot after all steps. */
  record Filled(int slot) implements Point {
    @Override
    public int[] slots() {
      return new int[0];
    }

    @Override
    public int weight() {
      return 6;
    }

    @Override
    public void write(Writing code, Lower lower) {
      code.slot(slot);
    }
  }

  /** The truth of a condition that hangs on more, or on a set. */
  final class Condition implements Point {
    private final Term term;

    /** What it says, wherever it stands. */
    private final Object shape;

    Condition(Term term) {
      this.term = term;
      this.shape = shape(term);
    }

    Term term() {
      return term;
    }

    @Override
    public int[] slots() {
      return slots(term).distinct().toArray();
    }

    private static IntStream slots(Term term) {
      return switch (term) {
        case Term.Stated(_, var fact) -> IntStream.of(fact.slot());
        case Term.Has(_, var set, _, _) -> IntStream.range(set.slot(), set.slot() + set.width());
        default -> term.parts().stream().flatMapToInt(Condition::slots);
      };
    }

    private static Object shape(Term term) {
      return switch (term) {
        case Term.Stated(_, var fact) -> fact.slot();
        case Term.Derived(_, var definition) -> definition.slot();
        case Term.Constant(_, _, var value) -> value;
        case Term.Has(_, var set, _, var member) -> List.of("has", set.slot(), member.index());
        case Term.Less(_, var left, var right, var orEqual) ->
            List.of("less", shape(left), shape(right), orEqual);
        case Term.Sum(_, _, var left, var minus, var right) ->
            List.of("sum", shape(left), minus, shape(right));
        default -> term;
      };
    }

    @Override
    public int weight() {
      return term instanceof Term.Has ? 3 : 8;
    }

    @Override
    public void write(Writing code, Lower lower) {
      code.truth(lower.truth(term)).widened();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Condition condition && shape.equals(condition.shape);
    }

    @Override
    public int hashCode() {
      return shape.hashCode();
    }
  }

  /** The slots of what the flow states that it looks at, as far as that is plain. */
  int[] slots();

  /** Roughly how long it takes to find out. */
  int weight();

  /** Writes what leaves it, a {@code long}. */
  void write(Writing code, Lower lower);

  /** The same answers, among those that are left by what is written. */
  default Ratio.Range written(Ratio.Range answers) {
    return answers;
  }
}

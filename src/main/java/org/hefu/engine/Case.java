package org.hefu.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Outcome;

/** A flow, and on what its outcome hangs. */
final class Case {
  private final FindRatio finder;
  private final Outcome outcome;
  private final Ratio ratio;
  private final long[] stated;
  private final long[] row;

  /**
   * @param row after all steps
   */
  Case(FindRatio finder, Outcome outcome, Ratio ratio, long[] stated, long[] row) {
    this.finder = finder;
    this.outcome = outcome;
    this.ratio = ratio;
    this.stated = stated;
    this.row = row;
  }

  /** Do flows state the same? */
  @Override
  public boolean equals(Object other) {
    return other instanceof Case flow && Arrays.equals(stated, flow.stated);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(stated);
  }

  Outcome outcome() {
    return outcome;
  }

  Ratio ratio() {
    return ratio;
  }

  long value(Point point) {
    return switch (point) {
      case Point.Stated(int slot) -> stated[slot];
      case Point.Filled(int slot) -> row[slot];
      case Point.Condition condition -> finder.truth(condition.term(), row);
    };
  }

  /**
   * A flow like this, but for what another states where a point looks; none if that would answer
   * something else otherwise, too.
   *
   * @param known how it answers what has been asked, the point among it
   */
  Optional<Case> like(Case other, Point point, Map<Point, Ratio.Range> known) {
    long[] mixed = stated.clone();
    for (int slot : point.slots()) {
      mixed[slot] = other.stated[slot];
    }
    return finder
        .of(mixed, known)
        .filter(
            c -> known.entrySet().stream().allMatch(k -> k.getValue().has(c.value(k.getKey()))));
  }
}

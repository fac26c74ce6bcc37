package org.hefu.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A flow, and what is told of it. */
final class Case {
  private final Matters matters;
  private final List<Integer> told;
  private final Ratio ratio;
  private final long[] stated;
  private final long[] row;

  /**
   * @param told of each matter
   * @param ratio on what that hangs
   */
  Case(Matters matters, List<Integer> told, Ratio ratio, Reasoning flow) {
    this.matters = matters;
    this.told = told;
    this.ratio = ratio;
    this.stated = flow.stated();
    this.row = flow.row();
  }

  List<Integer> told() {
    return told;
  }

  Ratio ratio() {
    return ratio;
  }

  long value(Point point) {
    return switch (point) {
      case Point.Stated(int slot, _) -> stated[slot];
      case Point.Filled(int slot) -> row[slot];
      case Point.Condition condition -> matters.finder().truth(condition.term(), row);
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
    return matters
        .of(mixed, known)
        .filter(
            c -> known.entrySet().stream().allMatch(k -> k.getValue().has(c.value(k.getKey()))));
  }
}

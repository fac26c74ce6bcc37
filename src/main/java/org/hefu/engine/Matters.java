package org.hefu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of flows together. */
record Matters(FindRatio finder, List<Matter> all) {
  /**
   * The flow with what is told of it, and on what that hangs; none if nobody can tell.
   *
   * @param known what need not be asked any more, since it lies within these ranges
   */
  Optional<Case> of(long[] stated, Map<Point, Ratio.Range> known) {
    return of(new Reasoning(finder, stated, known));
  }

  Optional<Case> of(long[] stated) {
    return of(new Reasoning(finder, stated));
  }

  Optional<Case> of(Reasoning flow) {
    Ratio ratio = new Ratio();
    List<Integer> told = new ArrayList<>();
    for (Matter each : all) {
      int one = each.of(flow, ratio);
      if (one == Matter.NONE) {
        return Optional.empty();
      }
      told.add(one);
    }
    return Optional.of(new Case(this, told, ratio, flow));
  }
}

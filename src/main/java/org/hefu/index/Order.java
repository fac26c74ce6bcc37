package org.hefu.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Row;

/**
 * In which order conditions are best indexed: by their limits for the slot that has the most
 * different ones, so that what a value leaves out stands together and whole words need no look.
 */
public final class Order {
  /** Fewer limits than this tell no words apart. */
  private static final int FEW = 128;

  private Order() {}

  /** For each of these a number by which to sort it. */
  public static long[] of(List<Conditions.Entry> entries) {
    long[] order = new long[entries.size()];
    if (order.length < FEW) {
      return order;
    }
    List<Map<Integer, Long>> limits = new ArrayList<>();
    Map<Integer, Set<Long>> distinct = new HashMap<>();
    for (Conditions.Entry each : entries) {
      Map<Integer, Long> own = new HashMap<>();
      for (Conditions.Part part : each.parts()) {
        part.test()
            .filter(t -> t.slot() != Test.NONE && t.ranges() > 1)
            .ifPresent(t -> own.putIfAbsent(t.slot(), limit(t)));
      }
      limits.add(own);
      own.forEach((slot, limit) -> distinct.computeIfAbsent(slot, _ -> new HashSet<>()).add(limit));
    }
    int widest = Test.NONE;
    int most = FEW;
    for (Map.Entry<Integer, Set<Long>> each : distinct.entrySet()) {
      if (each.getValue().size() > most) {
        most = each.getValue().size();
        widest = each.getKey();
      }
    }
    for (int i = 0; i < order.length && widest != Test.NONE; i++) {
      order[i] = limits.get(i).getOrDefault(widest, Row.UNKNOWN);
    }
    return order;
  }

  /** Where what is known is first told apart. */
  private static long limit(Test test) {
    return test.ranges() > 2 && test.from(1) == Row.UNKNOWN + 1 ? test.from(2) : test.from(1);
  }
}

package org.hefu.index;

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
    Map<Integer, Limits> bySlot = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      for (Conditions.Part part : entries.get(i).parts()) {
        if (part.test().isPresent() && isLimit(part.test().get())) {
          Test test = part.test().get();
          Limits limits = bySlot.computeIfAbsent(test.slot(), _ -> new Limits());
          if (limits.last != i) {
            limits.last = i;
            limits.distinct.add(limit(test));
          }
        }
      }
    }
    int widest = Test.NONE;
    int most = FEW;
    for (Map.Entry<Integer, Limits> each : bySlot.entrySet()) {
      if (each.getValue().distinct.size() > most) {
        most = each.getValue().distinct.size();
        widest = each.getKey();
      }
    }
    for (int i = 0; i < order.length && widest != Test.NONE; i++) {
      order[i] = limit(entries.get(i), widest);
    }
    return order;
  }

  /** The first limits that entries have for one slot. */
  private static final class Limits {
    private final Set<Long> distinct = new HashSet<>();

    /** The entry that was looked at last. */
    private int last = -1;
  }

  private static boolean isLimit(Test test) {
    return test.slot() != Test.NONE && test.ranges() > 1;
  }

  /** The first limit of the entry for a slot. */
  private static long limit(Conditions.Entry entry, int slot) {
    for (Conditions.Part part : entry.parts()) {
      if (part.test().isPresent()) {
        Test test = part.test().get();
        if (test.slot() == slot && isLimit(test)) {
          return limit(test);
        }
      }
    }
    return Row.UNKNOWN;
  }

  /** Where what is known is first told apart. */
  private static long limit(Test test) {
    return test.ranges() > 2 && test.from(1) == Row.UNKNOWN + 1 ? test.from(2) : test.from(1);
  }
}

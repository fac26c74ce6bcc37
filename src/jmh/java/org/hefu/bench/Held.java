package org.hefu.bench;

import java.util.Arrays;
import java.util.List;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Leave;

/**
 * Who holds which grants, hand-written: an open-addressing table of party and data set, and behind
 * each key a run of packed grants.
 */
final class Held {
  private static final long NONE = -1;

  private final long[] keys;
  private final int[] firsts;
  private final int[] lasts;
  private final long[] packed;

  Held(List<Leave> leaves) {
    int size = Integer.highestOneBit(Math.max(8, leaves.size())) * 2;
    keys = new long[size];
    firsts = new int[size];
    lasts = new int[size];
    packed = new long[leaves.size()];
    Arrays.fill(keys, NONE);
    for (Leave each : leaves) {
      int at = find(each.who(), each.set());
      keys[at] = key(each.who(), each.set());
      lasts[at]++;
    }
    int next = 0;
    for (int at = 0; at < size; at++) {
      firsts[at] = next;
      next += lasts[at];
      lasts[at] = firsts[at];
    }
    for (Leave each : leaves) {
      int at = find(each.who(), each.set());
      packed[lasts[at]++] =
          (long) (each.from() - Workload.FIRST_DAY) << 32
              | (long) (each.to() - Workload.FIRST_DAY) << 16
              | use(each.purpose(), each.origin(), each.destination());
    }
  }

  private static long key(int who, int set) {
    return (long) who << 32 | set;
  }

  private static long use(int purpose, int origin, int destination) {
    return (long) purpose << 10 | (long) origin << 5 | destination;
  }

  private int find(int who, int set) {
    long key = key(who, set);
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  /** Does some grant cover the flow? */
  boolean covers(Flow flow) {
    int at = find(flow.who(), flow.set());
    long use = use(flow.purpose(), flow.origin(), flow.destination());
    int day = flow.on() - Workload.FIRST_DAY;
    for (int i = firsts[at]; i < lasts[at]; i++) {
      long each = packed[i];
      if ((each & 0xFFFF) == use && each >>> 32 <= day && day <= (each >>> 16 & 0xFFFF)) {
        return true;
      }
    }
    return false;
  }
}

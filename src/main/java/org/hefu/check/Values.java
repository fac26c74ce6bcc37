package org.hefu.check;

import java.util.ArrayList;
import java.util.List;

/** A set of values, as stretches from low to high that neither touch nor overlap. */
record Values(List<Stretch> stretches) {
  /** Both ends included. */
  record Stretch(long from, long to) {}

  static final Values NONE = new Values(List.of());
  static final Values ALL = of(Long.MIN_VALUE, Long.MAX_VALUE);

  static Values of(long from, long to) {
    return from > to ? NONE : new Values(List.of(new Stretch(from, to)));
  }

  static Values below(long value) {
    return value == Long.MIN_VALUE ? NONE : of(Long.MIN_VALUE, value - 1);
  }

  static Values above(long value) {
    return value == Long.MAX_VALUE ? NONE : of(value + 1, Long.MAX_VALUE);
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  Values and(Values other) {
    List<Stretch> both = new ArrayList<>();
    for (Stretch one : stretches) {
      for (Stretch two : other.stretches) {
        long from = Math.max(one.from, two.from);
        long to = Math.min(one.to, two.to);
        if (from <= to) {
          both.add(new Stretch(from, to));
        }
      }
    }
    return new Values(both);
  }

  Values or(Values other) {
    return not().and(other.not()).not();
  }

  Values not() {
    List<Stretch> rest = new ArrayList<>();
    long from = Long.MIN_VALUE;
    for (Stretch each : stretches) {
      if (each.from > from) {
        rest.add(new Stretch(from, each.from - 1));
      }
      if (each.to == Long.MAX_VALUE) {
        return new Values(rest);
      }
      from = each.to + 1;
    }
    rest.add(new Stretch(from, Long.MAX_VALUE));
    return new Values(rest);
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** What lies in one of these, in whatever order they stand and whether or not they overlap. */
  static Values of(List<Stretch> some) {
    List<Stretch> ordered = new ArrayList<>(some);
    ordered.sort(Comparator.comparingLong(Stretch::from));
    List<Stretch> apart = new ArrayList<>();
    for (Stretch each : ordered) {
      Stretch last = apart.isEmpty() ? null : apart.getLast();
      if (last != null && (each.from <= last.to || each.from == last.to + 1)) {
        apart.set(apart.size() - 1, new Stretch(last.from, Math.max(last.to, each.to)));
      } else {
        apart.add(each);
      }
    }
    return new Values(apart);
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
    int mine = 0;
    int others = 0;
    while (mine < stretches.size() && others < other.stretches.size()) {
      Stretch one = stretches.get(mine);
      Stretch two = other.stretches.get(others);
      if (one.from <= two.to && two.from <= one.to) {
        both.add(new Stretch(Math.max(one.from, two.from), Math.min(one.to, two.to)));
      }
      if (one.to < two.to) {
        mine++;
      } else {
        others++;
      }
    }
    return new Values(both);
  }

  Values or(Values other) {
    List<Stretch> either = new ArrayList<>(stretches);
    either.addAll(other.stretches);
    return of(either);
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

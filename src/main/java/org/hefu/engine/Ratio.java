package org.hefu.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On what a flow's outcome hangs, its <i>ratio decidendi</i>: whatever flow lies within these
 * ranges has the same.
 */
final class Ratio {
  /** From one value to another. */
  record Range(long first, long last) {
    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean has(long value) {
      return first <= value && value <= last;
    }

    boolean isWithin(Range other) {
      return other.first <= first && last <= other.last;
    }

    private Range both(Range other) {
      return new Range(Math.max(first, other.first), Math.min(last, other.last));
    }
  }

  private final Map<Point, Range> ranges = new LinkedHashMap<>();

  /** Hangs on nothing, to begin with. */
  Ratio() {}

  /** Hangs on one thing, unless any answer will do. */
  Ratio(Point point, Range range) {
    if (!range.equals(Range.ALL)) {
      ranges.put(point, range);
    }
  }

  /** Hangs on all that the other hangs on, too. */
  Ratio add(Ratio other) {
    other.ranges.forEach((point, range) -> ranges.merge(point, range, Range::both));
    return this;
  }

  Set<Point> points() {
    return ranges.keySet();
  }

  /** Where the answer must lie; none if nothing hangs on it. */
  @Nullable Range range(Point point) {
    return ranges.get(point);
  }

  Map<Point, Range> ranges() {
    return ranges;
  }

  /** On how much more it hangs than is known. */
  long unknown(Map<Point, Range> known) {
    return ranges.entrySet().stream()
        .filter(e -> !isKnown(e.getKey(), e.getValue(), known))
        .count();
  }

  /** Does everything within these ranges lie within this? */
  boolean follows(Map<Point, Range> known) {
    for (Map.Entry<Point, Range> each : ranges.entrySet()) {
      if (!isKnown(each.getKey(), each.getValue(), known)) {
        return false;
      }
    }
    return true;
  }

  static boolean isKnown(Point point, Range range, Map<Point, Range> known) {
    Range is = known.get(point);
    return is != null && is.isWithin(range);
  }
}

package org.hefu.index;

import java.util.Arrays;
import java.util.List;
import org.hefu.model.Row;

/**
 * The values of one slot, put into classes by where the truth of some tests changes. Where the
 * classes would be too many, neighbours are one, and then a class does not tell all.
 */
public final class Axis {
  /** Where all changes lie so near each other, a class is looked up rather than searched. */
  private static final int NEAR = 4096;

  /** So many values are looked up at least: of most kinds there are no more. */
  private static final int FEW = 32;

  /** So many buckets at most; the coarsest are 32 to each doubling. */
  private static final int BUCKETS = 4096;

  private static final int COARSEST = 47;

  /** So many cuts are gone through one by one. */
  private static final int SEVERAL = 8;

  private final int slot;

  /** Where each class but the first begins; the first holds what is unknown. */
  private final long[] cuts;

  /**
   * How many cuts lie before each bucket of values, from that of the first cut above zero on; and
   * behind, how many there are.
   */
  private final int[] before;

  private final long firstBucket;

  /** So many bits of a value's magnitude do not tell buckets apart. */
  private final int shift;

  /** The first cut among what is known: the least value of all, which is unknown, stands apart. */
  private final int known;

  private Axis(int slot, long[] cuts) {
    this.slot = slot;
    this.cuts = cuts;
    this.known = cuts.length > 0 && cuts[0] == Row.UNKNOWN + 1 ? 1 : 0;
    boolean isAboveZero = known < cuts.length && cuts[known] > 0;
    this.shift = isAboveZero ? shift() : COARSEST;
    this.firstBucket = isAboveZero ? bucket(cuts[known], shift) : 0;
    this.before =
        new int[isAboveZero ? (int) (bucket(cuts[cuts.length - 1], shift) - firstBucket) + 2 : 0];
    int at = known;
    for (int i = 0; i < before.length; i++) {
      before[i] = at;
      while (at < cuts.length && bucket(cuts[at], shift) == firstBucket + i) {
        at++;
      }
    }
  }

  /** As coarse as keeps all cuts apart, or as fine as there is room for. */
  private int shift() {
    int finest = COARSEST;
    while (finest > 0 && !areApart(finest) && buckets(finest - 1) <= BUCKETS) {
      finest--;
    }
    return finest;
  }

  private boolean areApart(int shift) {
    for (int i = known + 1; i < cuts.length; i++) {
      if (bucket(cuts[i - 1], shift) == bucket(cuts[i], shift)) {
        return false;
      }
    }
    return true;
  }

  private long buckets(int shift) {
    return bucket(cuts[cuts.length - 1], shift) - bucket(cuts[known], shift) + 1;
  }

  /** Values above zero by their magnitude. */
  private static long bucket(long value, int shift) {
    return Double.doubleToRawLongBits((double) value) >>> shift;
  }

  /**
   * @param most as many classes at most
   */
  static Axis of(int slot, List<Test> tests, int most) {
    Changes changes = new Changes();
    long unusual = Long.MAX_VALUE;
    for (Test test : tests) {
      unusual = Math.min(unusual, test.unusual());
      for (int i = 1; i < test.ranges(); i++) {
        changes.add(test.from(i));
      }
    }
    long[] cuts = changes.upTo(unusual);
    if (cuts.length < most) {
      return new Axis(slot, cuts);
    }
    // What is unknown stays apart from what is known.
    long[] some = new long[most - 1];
    for (int i = 0; i < some.length; i++) {
      some[i] = cuts[(int) ((long) i * cuts.length / some.length)];
    }
    return new Axis(slot, some);
  }

  int slot() {
    return slot;
  }

  int classes() {
    return cuts.length + 1;
  }

  /** The class of a value. */
  int of(long value) {
    if (value == Row.UNKNOWN) {
      return 0;
    }
    if (cuts.length == 0 || value >= cuts[cuts.length - 1]) {
      return cuts.length;
    }
    if (value < cuts[known]) {
      return known;
    }
    // What is not above zero lies in none of the buckets.
    long bucket = bucket(value, shift) - firstBucket;
    if (bucket >= 0 && bucket < before.length - 1) {
      int at = before[(int) bucket];
      int end = before[(int) bucket + 1];
      if (end - at <= SEVERAL) {
        while (at < end && cuts[at] <= value) {
          at++;
        }
        return at;
      }
    }
    int at = Arrays.binarySearch(cuts, value);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The least value of a class. */
  long first(int number) {
    return number == 0 ? Row.UNKNOWN : cuts[number - 1];
  }

  /** The greatest value of a class. */
  long last(int number) {
    return number == cuts.length ? Long.MAX_VALUE : cuts[number] - 1;
  }

  /** From this value on, a table says the classes: from zero on where that is near. */
  long nearFrom() {
    long first = known < cuts.length ? cuts[known] : 0;
    return first >= 0 && first < NEAR ? 0 : first;
  }

  /**
   * The class of each of so many values, as many as a power of two; none where they lie too far
   * apart.
   */
  int[] near() {
    if (cuts.length == known) {
      return new int[0];
    }
    long from = nearFrom();
    long span = cuts[cuts.length - 1] - from;
    if (span < 0 || span >= NEAR || from != (int) from) {
      return new int[0];
    }
    int[] near = new int[Math.max(FEW, Integer.highestOneBit(2 * (int) span | 1))];
    Arrays.setAll(near, i -> of(from + i));
    return near;
  }
}

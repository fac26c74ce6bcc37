package org.hefu.check;

import java.util.Arrays;

/** A set of values, as stretches from low to high that neither touch nor overlap. */
final class Values {
  static final Values NONE = new Values();
  static final Values ALL = of(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Of each stretch the first value and the last. */
  private final long[] ends;

  private Values(long... ends) {
    this.ends = ends;
  }

  /** Both ends included. */
  static Values of(long from, long to) {
    return from > to ? NONE : new Values(from, to);
  }

  static Values below(long value) {
    return value == Long.MIN_VALUE ? NONE : of(Long.MIN_VALUE, value - 1);
  }

  static Values above(long value) {
    return value == Long.MAX_VALUE ? NONE : of(value + 1, Long.MAX_VALUE);
  }

  boolean isEmpty() {
    return ends.length == 0;
  }

  /** The first value of the first stretch. Always: there is one. */
  long first() {
    return ends[0];
  }

  /** The last value of the first stretch. Always: there is one. */
  long firstEnd() {
    return ends[1];
  }

  Values and(Values other) {
    if (this == ALL || other == ALL) {
      return this == ALL ? other : this;
    }
    long[] both = new long[ends.length + other.ends.length];
    int size = 0;
    int mine = 0;
    int others = 0;
    while (mine < ends.length && others < other.ends.length) {
      long from = Math.max(ends[mine], other.ends[others]);
      long to = Math.min(ends[mine + 1], other.ends[others + 1]);
      if (from <= to) {
        both[size++] = from;
        both[size++] = to;
      }
      if (ends[mine + 1] < other.ends[others + 1]) {
        mine += 2;
      } else {
        others += 2;
      }
    }
    return made(both, size);
  }

  Values or(Values other) {
    long[] either = new long[ends.length + other.ends.length];
    int size = 0;
    int mine = 0;
    int others = 0;
    while (mine < ends.length || others < other.ends.length) {
      boolean isMine =
          others == other.ends.length || (mine < ends.length && ends[mine] < other.ends[others]);
      long from = isMine ? ends[mine] : other.ends[others];
      long to = isMine ? ends[mine + 1] : other.ends[others + 1];
      mine += isMine ? 2 : 0;
      others += isMine ? 0 : 2;
      // No value lies below the first of all, so that one less than it is never asked for.
      if (size > 0 && (from <= either[size - 1] || from - 1 == either[size - 1])) {
        either[size - 1] = Math.max(either[size - 1], to);
      } else {
        either[size++] = from;
        either[size++] = to;
      }
    }
    return made(either, size);
  }

  Values not() {
    long[] rest = new long[ends.length + 2];
    int size = 0;
    long from = Long.MIN_VALUE;
    for (int i = 0; i < ends.length; i += 2) {
      if (ends[i] > from) {
        rest[size++] = from;
        rest[size++] = ends[i] - 1;
      }
      if (ends[i + 1] == Long.MAX_VALUE) {
        return made(rest, size);
      }
      from = ends[i + 1] + 1;
    }
    rest[size++] = from;
    rest[size++] = Long.MAX_VALUE;
    return made(rest, size);
  }

  /**
   * Gathers stretches of places in a list, whatever their order and whether or not they overlap.
   */
  static final class Gathered {
    /** Each stretch as one number, its first place before its last. */
    private long[] stretches = new long[4];

    private int size;

    void add(int from, int to) {
      if (size == stretches.length) {
        stretches = Arrays.copyOf(stretches, 2 * size);
      }
      stretches[size++] = (long) from << Integer.SIZE | to;
    }

    Values values() {
      Arrays.sort(stretches, 0, size);
      long[] apart = new long[2 * size];
      int end = 0;
      for (int i = 0; i < size; i++) {
        long from = stretches[i] >> Integer.SIZE;
        long to = (int) stretches[i];
        if (end > 0 && from <= apart[end - 1] + 1) {
          apart[end - 1] = Math.max(apart[end - 1], to);
        } else {
          apart[end++] = from;
          apart[end++] = to;
        }
      }
      return made(apart, end);
    }
  }

  private static Values made(long[] ends, int size) {
    return size == 0 ? NONE : new Values(size == ends.length ? ends : Arrays.copyOf(ends, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values values && Arrays.equals(ends, values.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ends);
  }

  @Override
  public String toString() {
    return Arrays.toString(ends);
  }
}

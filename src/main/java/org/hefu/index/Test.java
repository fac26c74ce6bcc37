package org.hefu.index;

import java.util.Arrays;
import org.hefu.code.Writable;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/**
 * What a condition that looks at one slot says of each value there: from each of some values on, up
 * to the next, one truth. What is unknown is the lowest of all values.
 */
public final class Test implements Writable {
  /** In place of the slot of a condition that says the same whatever the row. */
  static final int NONE = -1;

  /** More ranges than this are not worth their memory. */
  static final int MOST = 1024;

  private static final long LOWEST = Row.UNKNOWN;

  private static final byte[] NOTHING = {};

  /** Where a truth changes. */
  private static final long[] TRUTH = {LOWEST, Row.MAYBE, Row.TRUE};

  /** So many ranges are looked through one by one. */
  private static final int FEW = 8;

  /** Up to which value the truths are looked up. */
  private static final int NEAR = 64;

  /** How many values of a number or a date may pass nobody can tell. */
  private static final double UNFORESEEN = 0.5;

  private final int slot;

  /** In order; the first is the lowest of all values. */
  private final long[] from;

  /** From each of those values on. */
  private final byte[] truths;

  /** For each value from zero to the last one at which the truth changes. */
  private final byte[] near;

  /** From here on lie values that no flow states. */
  private final long unusual;

  private Test(int slot, long[] from, byte[] truths) {
    this(slot, from, truths, Long.MAX_VALUE);
  }

  private Test(int slot, long[] from, byte[] truths, long unusual) {
    this(slot, from, truths, near(from, truths), unusual);
  }

  private Test(int slot, long[] from, byte[] truths, byte[] near, long unusual) {
    this.slot = slot;
    this.from = from;
    this.truths = truths;
    this.near = near;
    this.unusual = unusual;
  }

  private static byte[] near(long[] from, byte[] truths) {
    long last = from[from.length - 1];
    if (last < 0 || last > NEAR) {
      return NOTHING;
    }
    byte[] near = new byte[(int) last + 1];
    int range = 0;
    for (int i = 0; i < near.length; i++) {
      while (range + 1 < from.length && from[range + 1] <= i) {
        range++;
      }
      near[i] = truths[range];
    }
    return near;
  }

  static Test constant(long truth) {
    return new Test(NONE, new long[] {LOWEST}, new byte[] {(byte) truth});
  }

  /** The truth that stands in the slot. */
  static Test truth(int slot) {
    return new Test(slot, TRUTH, new byte[] {Row.FALSE, Row.MAYBE, Row.TRUE});
  }

  /** Unknown where the value is, and else false. */
  static Test never(int slot) {
    return new Test(slot, new long[] {LOWEST, LOWEST + 1}, new byte[] {Row.MAYBE, Row.FALSE});
  }

  /** True of what is less than the limit. */
  static Test below(int slot, long limit) {
    return new Test(
        slot, new long[] {LOWEST, LOWEST + 1, limit}, new byte[] {Row.MAYBE, Row.TRUE, Row.FALSE});
  }

  /** True of what is not less than the limit. */
  static Test from(int slot, long limit) {
    return below(slot, limit).not();
  }

  /** Has a truth from one value on to before another, and else is false. */
  static Test between(int slot, long first, long end, int truth) {
    return new Test(
        slot,
        new long[] {LOWEST, LOWEST + 1, first, end},
        new byte[] {Row.MAYBE, Row.FALSE, (byte) truth, Row.FALSE});
  }

  /**
   * Unknown where the value is, else the truth of each of the values from zero on. Always: there
   * are no others.
   *
   * @param unusual from here on lie values that no flow states
   */
  static Test of(int slot, byte[] values, long unusual) {
    int size = 2;
    for (int i = 1; i < values.length; i++) {
      size += values[i] == values[i - 1] ? 0 : 1;
    }
    long[] from = new long[size];
    byte[] truths = new byte[size];
    from[0] = LOWEST;
    truths[0] = Row.MAYBE;
    from[1] = LOWEST + 1;
    truths[1] = values[0];
    int range = 2;
    for (int i = 1; i < values.length; i++) {
      if (values[i] != values[i - 1]) {
        from[range] = i;
        truths[range++] = values[i];
      }
    }
    return new Test(slot, from, truths, unusual);
  }

  /** True where the fact is stated. */
  static Test known(int slot, long unknown) {
    return unknown == LOWEST
        ? new Test(slot, new long[] {LOWEST, LOWEST + 1}, new byte[] {Row.FALSE, Row.TRUE})
        : new Test(
            slot,
            new long[] {LOWEST, unknown, unknown + 1},
            new byte[] {Row.TRUE, Row.FALSE, Row.TRUE});
  }

  /** The same, of which no flow states values from one on. */
  Test unusualFrom(long value) {
    return new Test(slot, from, truths, near, value);
  }

  /** Does it say the same whatever the row? */
  public boolean isConstant() {
    return slot == NONE;
  }

  /** Which slot it looks at, unless it is constant. */
  public int slot() {
    return slot;
  }

  /** The least value, about one, from which to that one all truths lie within limits. */
  public long first(long about, int least, int most) {
    int range = range(about);
    while (range > 0 && least <= truths[range - 1] && truths[range - 1] <= most) {
      range--;
    }
    return from[range];
  }

  /** The same, the greatest. */
  public long last(long about, int least, int most) {
    int next = range(about) + 1;
    while (next < from.length && least <= truths[next] && truths[next] <= most) {
      next++;
    }
    return next == from.length ? Long.MAX_VALUE : from[next] - 1;
  }

  /** From here on lie values that no flow states. */
  long unusual() {
    return unusual;
  }

  /** Roughly how many of all values let it pass, from 0 to 1. */
  double passing() {
    int passing = 0;
    for (byte truth : near) {
      passing += truth == Row.FALSE ? 0 : 1;
    }
    return near.length == 0 ? UNFORESEEN : (double) passing / near.length;
  }

  /** How many ranges of values it tells apart. */
  int ranges() {
    return from.length;
  }

  /** Where a range begins; the first does at the lowest of all values. */
  long from(int range) {
    return from[range];
  }

  int at(int range) {
    return truths[range];
  }

  /** The range in which a value lies. */
  int range(long value) {
    int at = Arrays.binarySearch(from, value);
    return at >= 0 ? at : -at - 2;
  }

  /** Does it say the same of all values? */
  boolean isAlways(int truth) {
    return truths.length == 1 && truths[0] == truth;
  }

  Test not() {
    return new Test(slot, from, turned(truths), turned(near), unusual);
  }

  private static byte[] turned(byte[] truths) {
    byte[] turned = new byte[truths.length];
    for (int i = 0; i < truths.length; i++) {
      turned[i] = (byte) (Row.TRUE - truths[i]);
    }
    return turned;
  }

  boolean looksAtTheSame(Test other) {
    return slot == other.slot || slot == NONE || other.slot == NONE;
  }

  /** Both of them; always of the same slot. */
  Test and(Test other) {
    return merged(other, true);
  }

  /** One of them; always of the same slot. */
  Test or(Test other) {
    return merged(other, false);
  }

  private Test merged(Test other, boolean both) {
    long[] starts = new long[from.length + other.from.length];
    byte[] merged = new byte[starts.length];
    int size = 0;
    int mine = 0;
    int others = 0;
    long start = LOWEST;
    while (true) {
      int one = truths[mine];
      int two = other.truths[others];
      byte truth = (byte) (both ? Math.min(one, two) : Math.max(one, two));
      if (size == 0 || merged[size - 1] != truth) {
        starts[size] = start;
        merged[size++] = truth;
      }
      boolean isLast = mine + 1 == from.length;
      boolean isOthersLast = others + 1 == other.from.length;
      if (isLast && isOthersLast) {
        return new Test(
            Math.max(slot, other.slot),
            Arrays.copyOf(starts, size),
            Arrays.copyOf(merged, size),
            Math.min(unusual, other.unusual));
      }
      long next = isLast ? Long.MAX_VALUE : from[mine + 1];
      long othersNext = isOthersLast ? Long.MAX_VALUE : other.from[others + 1];
      start = Math.min(next, othersNext);
      mine += next == start && !isLast ? 1 : 0;
      others += othersNext == start && !isOthersLast ? 1 : 0;
    }
  }

  /** The truth for a value. */
  int of(long value) {
    return value >= 0 && value < near.length ? near[(int) value] : search(value);
  }

  private int search(long value) {
    int range = from.length - 1;
    if (range > FEW) {
      return truths[range(value)];
    }
    while (value < from[range]) {
      range--;
    }
    return truths[range];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Test test
        && slot == test.slot
        && unusual == test.unusual
        && Arrays.equals(from, test.from)
        && Arrays.equals(truths, test.truths);
  }

  @Override
  public int hashCode() {
    return (31 * Arrays.hashCode(from) + Arrays.hashCode(truths)) * 31 + slot;
  }

  @Override
  public void write(Writing code) {
    code.slot(slot);
    if (Arrays.equals(from, TRUTH)) {
      // Always: a truth stands there.
      if (truths[0] == Row.FALSE && truths[2] == Row.TRUE) {
        code.narrowed();
        return;
      }
      if (truths[0] == Row.TRUE && truths[2] == Row.FALSE) {
        code.narrowed().denied();
        return;
      }
    }
    if (near.length == 0 && from.length == 3 && from[1] == LOWEST + 1) {
      code.number(from[2]).number(truths[0]).number(truths[1]).number(truths[2]);
      code.call(
          Test.class, "of", int.class, long.class, long.class, int.class, int.class, int.class);
      return;
    }
    int size = Math.min(near.length, Long.SIZE);
    long may = 0;
    long surely = 0;
    for (int i = 0; i < size; i++) {
      may |= near[i] == Row.FALSE ? 0 : 1L << i;
      surely |= near[i] == Row.TRUE ? 1L << i : 0;
    }
    code.number(size).number(may).number(surely).number(truths[0]).constant(this, Test.class);
    code.call(
        Test.class,
        "of",
        int.class,
        long.class,
        int.class,
        long.class,
        long.class,
        int.class,
        Test.class);
  }

  /** The truth for a value, looked up in bits if it is one of the first so many. */
  public static int of(long value, int size, long may, long surely, int unknown, Test test) {
    if (value >= 0 && value < size) {
      return (int) ((may >>> value & 1) + (surely >>> value & 1));
    }
    return value == LOWEST ? unknown : test.of(value);
  }

  /** The truth for a value: that of what is unknown, of what is less than the limit, or else. */
  public static int of(long value, long limit, int unknown, int less, int other) {
    return value == LOWEST ? unknown : value < limit ? less : other;
  }

  @Override
  public int size() {
    return 2;
  }
}

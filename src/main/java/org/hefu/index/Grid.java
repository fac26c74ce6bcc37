package org.hefu.index;

import java.util.Arrays;
import java.util.List;
import org.hefu.model.Row;

/**
 * For each combination of the classes of one or several slots, of which entries what they ask of
 * these slots may be true, and of which it surely is: a row of bits for each.
 */
final class Grid {
  /**
   * What an entry asks of the slots.
   *
   * @param line tests of which one must hold
   */
  record Asked(int entry, List<Test> line) {}

  private static final int MAY = 1;
  private static final int SURELY = 2;

  private final Axis[] axes;

  /** For each axis, how many rows further the next class stands. */
  private final int[] strides;

  /** Of each row the entries that may be true and, behind them, those that surely are. */
  private final long[][] bits;

  Grid(List<Axis> axes) {
    this.axes = axes.toArray(Axis[]::new);
    this.strides = new int[this.axes.length];
    int all = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = all;
      all *= this.axes[i].classes();
    }
    this.bits = new long[all][];
  }

  Axis[] axes() {
    return axes;
  }

  int stride(int axis) {
    return strides[axis];
  }

  int rows() {
    return bits.length;
  }

  /** Fills in the rows, of so many words. */
  void fill(List<Asked> asked, int words) {
    for (int row = 0; row < bits.length; row++) {
      bits[row] = new long[2 * words];
      Arrays.fill(bits[row], -1);
    }
    int[][] classes = new int[axes.length][bits.length];
    for (int i = 0; i < axes.length; i++) {
      for (int row = 0; row < bits.length; row++) {
        classes[i][row] = row / strides[i] % axes[i].classes();
      }
    }
    byte[][] flags = new byte[axes.length][];
    for (Asked each : asked) {
      for (int i = 0; i < axes.length; i++) {
        flags[i] = flags(axes[i], each.line());
      }
      int word = each.entry() >> 6;
      long others = ~(1L << each.entry());
      for (int row = 0; row < bits.length; row++) {
        int most = 0;
        for (int i = 0; i < axes.length; i++) {
          byte[] own = flags[i];
          if (own.length > 0) {
            most |= own[classes[i][row]];
          }
        }
        if ((most & MAY) == 0) {
          bits[row][word] &= others;
        }
        if ((most & SURELY) == 0) {
          bits[row][words + word] &= others;
        }
      }
    }
  }

  /** The entries of which it may be true and, behind them, those of which it surely is. */
  long[] row(int row) {
    return bits[row];
  }

  /** How many entries a row lets pass. */
  double density() {
    long count = 0;
    for (long[] row : bits) {
      for (long word : row) {
        count += Long.bitCount(word);
      }
    }
    return (double) count / bits.length;
  }

  /**
   * For each class what the tests of the axis' slot say there; none where there is no such test.
   */
  private static byte[] flags(Axis axis, List<Test> line) {
    byte[] flags = {};
    for (Test test : line) {
      if (test.slot() == axis.slot()) {
        flags = flags.length == 0 ? new byte[axis.classes()] : flags;
        for (int i = 0; i < flags.length; i++) {
          flags[i] |= flags(test, axis.first(i), axis.last(i));
        }
      }
    }
    return flags;
  }

  private static byte flags(Test test, long first, long last) {
    int flags = SURELY;
    for (int range = test.range(first);
        range < test.ranges() && test.from(range) <= last;
        range++) {
      flags |= test.at(range) == Row.FALSE ? 0 : MAY;
      flags &= test.at(range) == Row.TRUE ? -1 : ~SURELY;
    }
    return (byte) flags;
  }
}

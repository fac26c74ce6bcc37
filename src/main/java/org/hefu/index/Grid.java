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
    Word word = new Word(words);
    for (Asked each : asked) {
      word.add(each);
    }
    word.fill();
  }

  /** What entries that share a word of the rows ask: at once for all of them. */
  private final class Word {
    private final int words;
    private final long[][] may = new long[axes.length][];
    private final long[][] surely = new long[axes.length][];
    private int at;
    private long entries;

    Word(int words) {
      this.words = words;
      for (int i = 0; i < axes.length; i++) {
        may[i] = new long[axes[i].classes()];
        surely[i] = new long[axes[i].classes()];
      }
    }

    void add(Asked asked) {
      long entry = 1L << asked.entry();
      if (at != asked.entry() >> 6 || (entries & entry) != 0) {
        fill();
        at = asked.entry() >> 6;
      }
      entries |= entry;
      for (Test test : asked.line()) {
        for (int i = 0; i < axes.length; i++) {
          if (axes[i].slot() == test.slot()) {
            mark(test, axes[i], entry, may[i], surely[i]);
          }
        }
      }
    }

    /** Of one of the tests it is enough to be true. */
    private static void mark(Test test, Axis axis, long entry, long[] may, long[] surely) {
      int range = 0;
      for (int i = 0; i < may.length; i++) {
        while (range + 1 < test.ranges() && test.from(range + 1) <= axis.first(i)) {
          range++;
        }
        boolean isTrue = test.at(range) == Row.TRUE;
        boolean isFalse = test.at(range) == Row.FALSE;
        while (range + 1 < test.ranges() && test.from(range + 1) <= axis.last(i)) {
          range++;
          isTrue &= test.at(range) == Row.TRUE;
          isFalse &= test.at(range) == Row.FALSE;
        }
        may[i] |= isFalse ? 0 : entry;
        surely[i] |= isTrue ? entry : 0;
      }
    }

    /** Writes it down, and begins anew. */
    void fill() {
      if (entries == 0) {
        return;
      }
      int[] classes = new int[axes.length];
      for (long[] row : bits) {
        long some = ~entries;
        long sure = ~entries;
        for (int i = 0; i < classes.length; i++) {
          some |= may[i][classes[i]];
          sure |= surely[i][classes[i]];
        }
        row[at] &= some;
        row[words + at] &= sure;
        next(classes);
      }
      for (int i = 0; i < axes.length; i++) {
        Arrays.fill(may[i], 0);
        Arrays.fill(surely[i], 0);
      }
      entries = 0;
    }

    /** The classes of the next row: those of the last axis change fastest. */
    private void next(int[] classes) {
      for (int i = classes.length - 1; i >= 0; i--) {
        if (++classes[i] < axes[i].classes()) {
          return;
        }
        classes[i] = 0;
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
}

package org.hefu.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hefu.model.Row;

/**
 * For each value of one slot, of which entries what they ask of the slot may be true, and of which
 * it surely is: a row of bits for each. Where these would be too many, only some are kept, and what
 * changes from one value to the next.
 */
final class Column {
  /** What an entry asks of the slot. */
  record Asked(int entry, Test test) {}

  /** The row of bits that are all set. */
  static final long[] ALL = {};

  /** A row for each value where they have no more words than this: 256 KB. */
  private static final int FEW = 32 << 10;

  /** Else one for so many changes, or for more if they would have more words than {@link #MOST}. */
  private static final int STRIDE = 32;

  /** 8 MB. */
  private static final long MOST = 1 << 20;

  /** Where all values lie so near each other, they are looked up rather than searched. */
  private static final int NEAR = 4096;

  private final int slot;

  /** From each of these values on, up to the next, there is one row; below the first, the first. */
  private final long[] cuts;

  /** The rows of the values from one to the last cut; empty where they are searched. */
  private final int[] near;

  private final long nearFrom;

  /** The row of what is known and less. */
  private final int nearRow;

  /** For each row, the kept one at or before it. */
  private final int[] keptAt;

  private final long[][] may;
  private final long[][] sure;
  private final boolean[] isSharp;
  private final boolean isWorkedOut;

  /** How many changes lead to each row, and each kept one. */
  private final int[] changes;

  private final int[] keptChanges;
  private final int[] changedEntry;
  private final byte[] changedTo;

  private record Change(long from, int entry, byte truth) {}

  /**
   * @param words how long a row of bits is
   */
  Column(int slot, int words, List<Asked> asked) {
    this.slot = slot;
    List<Change> all = new ArrayList<>();
    for (Asked each : asked) {
      Test test = each.test();
      for (int i = 1; i < test.ranges(); i++) {
        all.add(new Change(test.from(i), each.entry(), (byte) test.at(i)));
      }
    }
    all.sort(Comparator.comparingLong(Change::from));
    this.cuts = all.stream().mapToLong(Change::from).distinct().toArray();
    // The least value of all stands apart: right behind it begins what is known.
    this.nearRow = cuts.length > 0 && cuts[0] == Row.UNKNOWN + 1 ? 1 : 0;
    this.near = near(cuts, nearRow);
    this.nearFrom = near.length > 0 ? cuts[nearRow] : 0;
    int rows = cuts.length + 1;
    this.isWorkedOut = (long) rows * words > FEW;
    long stride = !isWorkedOut ? 0 : Math.max(STRIDE, (long) all.size() * words / MOST);
    this.changedEntry = isWorkedOut ? all.stream().mapToInt(Change::entry).toArray() : new int[0];
    this.changedTo = new byte[changedEntry.length];
    for (int i = 0; i < changedTo.length; i++) {
      changedTo[i] = all.get(i).truth();
    }
    this.keptAt = new int[rows];
    this.changes = new int[rows];
    this.isSharp = new boolean[rows];
    List<long[]> keptMay = new ArrayList<>();
    List<long[]> keptSure = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    long[] mayNow = new long[words];
    long[] sureNow = new long[words];
    Arrays.fill(mayNow, -1);
    Arrays.fill(sureNow, -1);
    for (Asked each : asked) {
      change(mayNow, sureNow, each.entry(), each.test().at(0));
    }
    int done = 0;
    for (int row = 0; row < rows; row++) {
      while (row > 0 && done < all.size() && all.get(done).from() == cuts[row - 1]) {
        Change change = all.get(done++);
        change(mayNow, sureNow, change.entry(), change.truth());
      }
      isSharp[row] = Arrays.equals(mayNow, sureNow);
      changes[row] = done;
      if (kept.isEmpty() || done - kept.getLast() >= stride) {
        long[] keep = shared(mayNow, keptMay);
        keptMay.add(keep);
        keptSure.add(isSharp[row] ? keep : shared(sureNow, keptSure));
        kept.add(done);
      }
      keptAt[row] = kept.size() - 1;
    }
    this.may = keptMay.toArray(long[][]::new);
    this.sure = keptSure.toArray(long[][]::new);
    this.keptChanges = kept.stream().mapToInt(k -> k).toArray();
  }

  /** For each value from the first to the last of the cuts, its row. */
  private static int[] near(long[] cuts, int first) {
    if (first == cuts.length || cuts[cuts.length - 1] - cuts[first] > NEAR) {
      return new int[0];
    }
    int[] near = new int[(int) (cuts[cuts.length - 1] - cuts[first]) + 1];
    int row = first;
    for (int i = 0; i < near.length; i++) {
      while (row < cuts.length && cuts[row] <= cuts[first] + i) {
        row++;
      }
      near[i] = row;
    }
    return near;
  }

  /** The same row if the one before has the same bits. */
  private static long[] shared(long[] row, List<long[]> before) {
    if (!before.isEmpty() && Arrays.equals(before.getLast(), row)) {
      return before.getLast();
    }
    for (long word : row) {
      if (word != -1) {
        return row.clone();
      }
    }
    return ALL;
  }

  private static void change(long[] may, long[] sure, int entry, int truth) {
    int word = entry >> 6;
    long bit = 1L << entry;
    may[word] = truth == Row.FALSE ? may[word] & ~bit : may[word] | bit;
    sure[word] = truth == Row.TRUE ? sure[word] | bit : sure[word] & ~bit;
  }

  int slot() {
    return slot;
  }

  /** The number of the row for a value. */
  int row(long value) {
    long at = value - nearFrom;
    if (at >= 0 && at < near.length) {
      return near[(int) at];
    }
    if (near.length > 0) {
      return value == Row.UNKNOWN ? 0 : value < nearFrom ? nearRow : cuts.length;
    }
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cuts[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Is what may be true in this row surely true, too? */
  boolean isSharp(int row) {
    return isSharp[row];
  }

  /** Must a row be worked out, because some are not kept? */
  boolean isWorkedOut() {
    return isWorkedOut;
  }

  /**
   * Of which entries it may be true.
   *
   * @param room for a row of bits that is worked out
   */
  long[] may(int row, long[] room) {
    return isWorkedOut ? replayed(may, row, Row.MAYBE, room) : may[row];
  }

  /** Of which entries it is surely true. */
  long[] sure(int row, long[] room) {
    return isWorkedOut ? replayed(sure, row, Row.TRUE, room) : sure[row];
  }

  private long[] replayed(long[][] rows, int row, int least, long[] room) {
    int at = keptAt[row];
    long[] kept = rows[at];
    if (keptChanges[at] == changes[row]) {
      return kept;
    }
    if (kept.length == 0) {
      Arrays.fill(room, -1);
    } else {
      System.arraycopy(kept, 0, room, 0, room.length);
    }
    for (int i = keptChanges[at]; i < changes[row]; i++) {
      int entry = changedEntry[i];
      long bit = 1L << entry;
      int word = entry >> 6;
      room[word] = changedTo[i] >= least ? room[word] | bit : room[word] & ~bit;
    }
    return room;
  }
}

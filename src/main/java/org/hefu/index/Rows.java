package org.hefu.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hefu.code.Intersection;
import org.hefu.code.Written;
import org.jspecify.annotations.Nullable;

/**
 * The rows of bits of all grids, and where the row for a slot's value is found: for each row the
 * entries that may be true, and those that surely are.
 */
public final class Rows {
  /** So many rows are intersected at once; too few are made up for by one that lets all pass. */
  private static final int AT_ONCE = 4;

  /** Entries in fewer words may take so many in all: 32 MB. */
  private static final long ROOM = 1 << 22;

  // Of an axis: its slot, its grid, how far the rows of two classes lie apart, and from which value
  // on they are looked up.
  private static final int SLOT = 0;
  private static final int GRID = 1;
  private static final int STEP = 2;
  private static final int FIRST = 3;
  private static final int PLANNED = 4;

  private static final int MAY = Intersection.MAY;

  /** What lets more of all entries pass than this is asked of those that others let pass. */
  private static final double MANY = 0.6;

  final int words;

  /**
   * Of each row what {@link Intersection} asks for: the entries that may be true, those that surely
   * are, and the words in which these differ: a bit for each, from the first on again. The first
   * row lets all pass.
   */
  final long[][] rows;

  /** The entries of which the grids tell all. */
  final long[] whole;

  /** Where the first row of each grid stands. */
  final int[] starts;

  /** So many grids, from the first on, let few entries pass. */
  final int selective;

  private final Axis[] axes;

  /** Of each axis, one behind the other, what finds its row. */
  private final int[] plan;

  /** Of each axis, how far behind the first row those lie that are looked up. */
  private final int[][] near;

  private @Nullable Compact compact;

  /** So many words are left for these. */
  private long room = ROOM;

  /**
   * @param possible the entries that may be true at all
   * @param whole those of which the grids tell all
   */
  Rows(List<Grids.Filled> filled, long[] possible, long[] whole) {
    this.words = possible.length;
    this.whole = whole;
    List<Grid> grids = new ArrayList<>();
    for (Grids.Filled each : filled) {
      each.grid().fill(each.asked(), words);
      grids.add(each.grid());
    }
    // What lets the fewest entries pass comes first.
    grids.sort(Comparator.comparingDouble(Grid::density));
    double all = 2.0 * words * Long.SIZE;
    this.selective = (int) grids.stream().filter(g -> g.density() < MANY * all).count();
    this.rows = new long[2 + grids.stream().mapToInt(Grid::rows).sum()][];
    long[] any = new long[2 * words];
    Arrays.fill(any, -1);
    rows[0] = row(any);
    rows[1] = row(only(any, possible));
    this.starts = new int[Math.max(1, grids.size())];
    // Where there are no grids.
    starts[0] = 1;
    List<Axis> axesOf = new ArrayList<>();
    List<Integer> planned = new ArrayList<>();
    List<int[]> offsets = new ArrayList<>();
    int size = 2;
    for (int i = 0; i < grids.size(); i++) {
      Grid grid = grids.get(i);
      starts[i] = size;
      for (int row = 0; row < grid.rows(); row++) {
        rows[size++] = row(i == 0 ? only(grid.row(row), possible) : grid.row(row));
      }
      for (int axis = 0; axis < grid.axes().length; axis++) {
        Axis each = grid.axes()[axis];
        int step = grid.stride(axis);
        axesOf.add(each);
        Collections.addAll(planned, each.slot(), i, step, (int) each.nearFrom());
        offsets.add(Arrays.stream(each.near()).map(n -> n * step).toArray());
      }
    }
    this.axes = axesOf.toArray(Axis[]::new);
    this.plan = planned.stream().mapToInt(p -> p).toArray();
    this.near = offsets.toArray(int[][]::new);
  }

  /** With what is said of words. */
  private long[] row(long[] bits) {
    long[] row = new long[bits.length + MAY];
    System.arraycopy(bits, 0, row, MAY, bits.length);
    for (int word = 0; word < words; word++) {
      long bit = 1L << word;
      row[Intersection.DIFFER] |= bits[word] != bits[words + word] ? bit : 0;
    }
    return row;
  }

  private long[] only(long[] bits, long[] some) {
    long[] only = bits.clone();
    for (int word = 0; word < words; word++) {
      only[word] &= some[word];
      only[words + word] &= some[word];
    }
    return only;
  }

  /** Before this one stand the rows of a grid. */
  int end(int grid) {
    return grid + 1 < starts.length ? starts[grid + 1] : rows.length;
  }

  /** Is there a row of the grid that does not let an entry pass, or not surely? */
  boolean asks(int grid, int entry) {
    return IntStream.range(starts[grid], end(grid))
        .mapToObj(r -> rows[r])
        .anyMatch(r -> !has(r, MAY, entry) || !has(r, MAY + words, entry));
  }

  private static boolean has(long[] row, int first, int entry) {
    return (row[first + (entry >> 6)] >>> entry & 1) != 0;
  }

  /** Entries in fewer words. Always: there are several grids. */
  synchronized Compact compact() {
    if (compact == null) {
      compact = new Compact(this);
    }
    return compact;
  }

  /** Is there room for so many words more? Then it is taken. */
  synchronized boolean takeRoom(long count) {
    boolean isThere = count <= room;
    room -= isThere ? count : 0;
    return isThere;
  }

  synchronized void giveRoom(long count) {
    room += count;
  }

  /** What stands at one place of all rows. */
  long[] column(int place) {
    return Arrays.stream(rows).mapToLong(r -> r[place]).toArray();
  }

  int[] slots() {
    return Arrays.stream(axes).mapToInt(Axis::slot).toArray();
  }

  /** How many axes there are; those of a grid stand one behind the other. */
  int axes() {
    return axes.length;
  }

  int slot(int axis) {
    return plan[axis * PLANNED + SLOT];
  }

  int grid(int axis) {
    return plan[axis * PLANNED + GRID];
  }

  /** How far the rows of two classes of an axis lie apart. */
  int step(int axis) {
    return plan[axis * PLANNED + STEP];
  }

  /** From which value of an axis on rows are looked up. */
  int first(int axis) {
    return plan[axis * PLANNED + FIRST];
  }

  /** How far behind the first row those lie that are looked up. */
  int[] near(int axis) {
    return near[axis];
  }

  Axis axis(int axis) {
    return axes[axis];
  }

  /** How far behind its first row the one for a value lies. */
  public static int behind(long value, long first, int[] near, Axis axis, int step) {
    long place = value - first;
    // As many as a power of two, or none.
    return (place & -near.length) == 0 && near.length > 0
        ? near[(int) place & near.length - 1]
        : step * axis.of(value);
  }

  /** The rows for the values of one row of slots; for one thread, again and again. */
  final class Picked {
    private final int[] at = new int[(starts.length + AT_ONCE - 1) / AT_ONCE * AT_ONCE];
    private final long[] found = new long[words];

    /** So many words have been found. */
    private int looked;

    /** The word of which it was asked last which entries surely are true, and these. */
    private int sureWord;

    private long sure;

    /** The words in which some row tells that an entry may be true, and not that it surely is. */
    private long differ;

    void begin(long[] row) {
      System.arraycopy(starts, 0, at, 0, starts.length);
      for (int i = 0; i < axes.length; i++) {
        at[grid(i)] += behind(row[slot(i)], first(i), near[i], axes[i], step(i));
      }
      begin();
    }

    private void begin() {
      differ = 0;
      for (int i = 0; i < starts.length; i++) {
        differ |= rows[at[i]][Intersection.DIFFER];
      }
      looked = 0;
      sureWord = -1;
    }

    /** The same, found by code. */
    void begin(Written code, long[] stated, long[] worked) {
      code.look(stated, worked, at);
      begin();
    }

    /** Finds the words up to one, unless they have been found. */
    void look(int end) {
      if (looked < end) {
        find(looked, end);
        looked = end;
      }
    }

    private void find(int from, int end) {
      long[] a = rows[at[0]];
      long[] b = rows[at[1]];
      long[] c = rows[at[2]];
      long[] d = rows[at[3]];
      for (int i = from; i < end; i++) {
        found[i] = a[MAY + i] & b[MAY + i] & c[MAY + i] & d[MAY + i];
      }
      for (int grid = AT_ONCE; grid < at.length; grid += AT_ONCE) {
        long[] e = rows[at[grid]];
        long[] f = rows[at[grid + 1]];
        long[] g = rows[at[grid + 2]];
        long[] h = rows[at[grid + 3]];
        for (int i = from; i < end; i++) {
          found[i] &= e[MAY + i] & f[MAY + i] & g[MAY + i] & h[MAY + i];
        }
      }
    }

    /** The first word, from one on, with an entry that may be true; the end if there is none. */
    int next(int from, int end) {
      look(end);
      int word = from;
      while (word < end && found[word] == 0) {
        word++;
      }
      return word;
    }

    /** The entries of a word that may be true. Always: it has been found. */
    long may(int word) {
      return found[word];
    }

    /** Those that surely are, as far as the grids tell all. */
    long surely(int word) {
      return surelyByGrids(word) & whole[word];
    }

    /** Those that surely are but for what no grid tells. */
    long surelyByGrids(int word) {
      if (word != sureWord) {
        sureWord = word;
        sure = (differ >>> word & 1) == 0 ? found[word] : and(words + word);
      }
      return sure;
    }

    private long and(int word) {
      int place = MAY + word;
      long some = -1;
      for (int grid = 0; grid < at.length; grid += AT_ONCE) {
        some &=
            rows[at[grid]][place]
                & rows[at[grid + 1]][place]
                & rows[at[grid + 2]][place]
                & rows[at[grid + 3]][place];
      }
      return some;
    }
  }
}

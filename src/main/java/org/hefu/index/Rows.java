package org.hefu.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hefu.code.Writing;
import org.hefu.code.Written;
import org.hefu.model.Row;

/**
 * The rows of bits of all grids, and where the row for a slot's value is found: for each row the
 * entries that may be true, and those that surely are.
 */
public final class Rows {
  /**
   * So many rows are intersected at once; too few are made up for by one whose bits are all set.
   */
  private static final int AT_ONCE = 4;

  // Of an axis: its slot, its grid, how far the rows of two classes lie apart, and from which value
  // on they are looked up.
  private static final int SLOT = 0;
  private static final int GRID = 1;
  private static final int STEP = 2;
  private static final int FIRST = 3;
  private static final int PLANNED = 4;

  private final int words;

  /** Of each row the entries that may be true and, behind them, those that surely are. */
  private final long[][] rows;

  /** Of each row the words in which these differ; a bit for each, from the first on again. */
  private final long[] open;

  /** The entries of which the grids tell all. */
  private final long[] whole;

  /** Where the first row of each grid stands; behind them, what holds of every row of slots. */
  private final int[] starts;

  private final Axis[] axes;

  /** Of each axis, one behind the other, what finds its row. */
  private final int[] plan;

  /** Of each axis, how far behind the first row those lie that are looked up. */
  private final int[][] near;

  /**
   * @param possible the entries that may be true at all
   * @param whole those of which the grids tell all
   */
  Rows(List<Grids.Filled> filled, long[] possible, long[] whole) {
    this.words = possible.length;
    List<Grid> all = new ArrayList<>();
    for (Grids.Filled each : filled) {
      each.grid().fill(each.asked(), words);
      all.add(each.grid());
    }
    // What lets the fewest entries pass comes first.
    all.sort(Comparator.comparingDouble(Grid::density));
    int count = 2 + all.stream().mapToInt(Grid::rows).sum();
    this.rows = new long[count][];
    this.starts = new int[(all.size() / AT_ONCE + 1) * AT_ONCE];
    rows[0] = new long[2 * words];
    Arrays.fill(rows[0], -1);
    rows[1] = Arrays.copyOf(possible, 2 * words);
    System.arraycopy(whole, 0, rows[1], words, words);
    starts[all.size()] = 1;
    List<Axis> axesOf = new ArrayList<>();
    List<Integer> planned = new ArrayList<>();
    List<int[]> offsets = new ArrayList<>();
    int size = 2;
    for (int i = 0; i < all.size(); i++) {
      Grid grid = all.get(i);
      starts[i] = size;
      for (int row = 0; row < grid.rows(); row++) {
        rows[size++] = grid.row(row);
      }
      for (int axis = 0; axis < grid.axes().length; axis++) {
        Axis each = grid.axes()[axis];
        int step = grid.stride(axis);
        axesOf.add(each);
        Collections.addAll(planned, each.slot(), i, step, (int) each.nearFrom());
        offsets.add(Arrays.stream(each.near()).map(n -> n * step).toArray());
      }
    }
    this.open = new long[count];
    // What the grids tell of every entry, and what they do not, is looked at in any case.
    for (int row = 2; row < count; row++) {
      for (int word = 0; word < words; word++) {
        open[row] |= rows[row][word] != rows[row][words + word] ? 1L << word : 0;
      }
    }
    this.whole = whole;
    this.axes = axesOf.toArray(Axis[]::new);
    this.plan = planned.stream().mapToInt(p -> p).toArray();
    this.near = offsets.toArray(int[][]::new);
  }

  int[] slots() {
    return Arrays.stream(axes).mapToInt(Axis::slot).toArray();
  }

  /** Writes what finds the rows. */
  void look(Writing code) {
    for (int i = 0; i < axes.length; i++) {
      int grid = grid(i);
      if (i == 0 || grid != grid(i - 1)) {
        int first = i;
        code.found(grid, () -> place(code, first, grid));
      }
    }
  }

  /** Writes what puts the first word of what may be true, and of what surely is, into places. */
  void look(Writing code, int may, int surely) {
    List<Integer> grids = IntStream.range(0, axes.length).mapToObj(this::grid).distinct().toList();
    int[] at = new int[grids.size()];
    for (int i = 0; i < at.length; i++) {
      place(code, firstOf(grids.get(i)), grids.get(i));
      at[i] = code.keep();
    }
    intersect(code, column(0), at, rows[1][0]);
    code.put(may);
    intersect(code, column(words), at, -1);
    code.put(surely);
  }

  private static void intersect(Writing code, long[] words, int[] at, long some) {
    code.number(some);
    for (int each : at) {
      code.constant(words, long[].class).kept(each).element().both();
    }
  }

  private int grid(int axis) {
    return plan[axis * PLANNED + GRID];
  }

  private int firstOf(int grid) {
    return IntStream.range(0, axes.length).filter(a -> grid(a) == grid).findFirst().orElseThrow();
  }

  /** A word of all rows. */
  private long[] column(int word) {
    return Arrays.stream(rows).mapToLong(r -> r[word]).toArray();
  }

  /** Leaves the row of a grid; its axes stand one behind the other. */
  private void place(Writing code, int first, int grid) {
    code.number(starts[grid]);
    for (int i = first; i < axes.length && grid(i) == grid; i++) {
      int from = i * PLANNED;
      code.slot(plan[from + SLOT]).number((long) plan[from + FIRST]);
      code.constant(near[i], int[].class);
      code.constant(axes[i], Axis.class).number(plan[from + STEP]);
      code.call(
          Rows.class,
          "behind",
          int.class,
          long.class,
          long.class,
          int[].class,
          Axis.class,
          int.class);
      code.plus();
    }
  }

  /** How far behind its first row the one for a value lies. */
  public static int behind(long value, long first, int[] near, Axis axis, int step) {
    if (value == Row.UNKNOWN) {
      // The first class holds what is unknown.
      return 0;
    }
    long place = value - first;
    return place >= 0 && place < near.length ? near[(int) place] : step * axis.of(value);
  }

  /** The rows for the values of one row of slots; for one thread, again and again. */
  final class Picked {
    private final int[] at = starts.clone();
    private final long[] found = new long[words];

    /** So many words have been found. */
    private int looked;

    /** The word of which it was asked last which entries surely are true, and these. */
    private int sureWord;

    private long sure;

    /** The words in which some row tells that an entry may be true, and not that it surely is. */
    private long differ;

    void begin(long[] row) {
      System.arraycopy(starts, 0, at, 0, at.length);
      for (int i = 0; i < axes.length; i++) {
        int from = i * PLANNED;
        at[plan[from + GRID]] +=
            behind(row[plan[from + SLOT]], plan[from + FIRST], near[i], axes[i], plan[from + STEP]);
      }
      begin();
    }

    private void begin() {
      differ = 0;
      for (int each : at) {
        differ |= open[each];
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
        found[i] = a[i] & b[i] & c[i] & d[i];
      }
      for (int grid = AT_ONCE; grid < at.length; grid += AT_ONCE) {
        long[] e = rows[at[grid]];
        long[] f = rows[at[grid + 1]];
        long[] g = rows[at[grid + 2]];
        long[] h = rows[at[grid + 3]];
        for (int i = from; i < end; i++) {
          found[i] &= e[i] & f[i] & g[i] & h[i];
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
      if (word != sureWord) {
        sureWord = word;
        sure = (differ >>> word & 1) == 0 ? found[word] & whole[word] : and(words + word);
      }
      return sure;
    }

    private long and(int word) {
      long some = -1;
      for (int grid = 0; grid < at.length; grid += AT_ONCE) {
        some &=
            rows[at[grid]][word]
                & rows[at[grid + 1]][word]
                & rows[at[grid + 2]][word]
                & rows[at[grid + 3]][word];
      }
      return some;
    }
  }
}

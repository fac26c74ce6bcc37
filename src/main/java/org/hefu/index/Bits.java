package org.hefu.index;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hefu.code.Code;
import org.hefu.code.Intersection;
import org.hefu.code.Search;
import org.hefu.code.Seldom;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/**
 * The index as code of a policy's own: it finds which entries may be true, and which surely are but
 * for what no grid tells. Few words of these are kept where code keeps what it works out; of many,
 * where their rows stand. Threads may share it.
 */
public abstract class Bits {
  /** Up to so many words are few. */
  private static final int FEW = 4;

  /** From so many words on, entries are told apart by one grid before others are looked at. */
  private static final int MANY = 12;

  /** So many classes are told apart by comparing, rather than looked up. */
  private static final int FEW_CLASSES = 3;

  /** In place of a truth: the bits tell too little. */
  private static final int OPEN = -1;

  final Rows rows;

  private Bits(Rows rows) {
    this.rows = rows;
  }

  private static int[] places(Code code, int count) {
    return IntStream.range(0, count).map(_ -> code.place()).toArray();
  }

  /** Writes what finds where the row of each grid begins. */
  static void starts(Writing code, Rows rows) {
    for (int grid = 0; grid < rows.starts.length; grid++) {
      int each = grid;
      code.found(grid, () -> start(code, rows, each));
    }
  }

  /** Leaves where the row of a grid begins. */
  private static void start(Writing code, Rows rows, int grid) {
    code.number(rows.starts[grid]);
    IntStream.range(0, rows.axes())
        .filter(a -> rows.grid(a) == grid)
        .forEach(a -> axis(code, rows, a));
  }

  private static void axis(Writing code, Rows rows, int axis) {
    Axis each = rows.axis(axis);
    int step = rows.step(axis);
    if (each.classes() == 1) {
      return;
    }
    if (each.classes() <= FEW_CLASSES) {
      long last = each.first(each.classes() - 1);
      code.slot(each.slot()).number(each.first(1)).number(last).number(step);
      code.number(each.classes() == 2 ? 0 : step);
      code.call(
          Bits.class, "from", int.class, long.class, long.class, long.class, int.class, int.class);
      code.plus();
      return;
    }
    code.slot(each.slot()).number((long) rows.first(axis));
    code.constant(rows.near(axis), int[].class).constant(each, Axis.class).number(step);
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

  /** How far behind lies what belongs to a value, where that is told by two limits. */
  public static int from(long value, long first, long second, int step, int more) {
    return (value >= first ? step : 0) + (value >= second ? more : 0);
  }

  /** Begins to write it. */
  static Bits of(Rows rows, Code code) {
    return rows.words <= FEW ? new Few(rows, code) : new Many(rows, code);
  }

  /** Writes what must be found before all else. */
  public abstract void look(Writing code);

  /** Leaves a word in which the bit of an entry says whether it may be true. */
  public abstract void may(Writing code, int entry);

  /** Leaves a word in which its bit says whether it surely is, but for what no grid tells. */
  public abstract void surely(Writing code, int entry);

  /**
   * Leaves the most that is true of some entries.
   *
   * @param some of each word the bits of these
   * @param plain of these, the bits of those of which bits tell all
   * @param open what leaves the same where bits tell too little, if words are few
   * @param others the same of a word, if they are many
   */
  public abstract void told(
      Writing code, long[] some, long[] plain, Consumer<Writing> open, Seldom others);

  /** What {@link #may} leaves. */
  public abstract long may(long[] worked, int word);

  /** The same of all words. */
  public abstract void may(long[] worked, long[] found);

  /** What {@link #surely} leaves. */
  public abstract long surely(long[] worked, int word);

  /** Is the entry true, but for what no grid tells? Always: it may be. */
  public abstract boolean isSure(long[] worked, int entry);

  /**
   * The most that the bits tell of some entries, or {@link #OPEN}.
   *
   * @param may those of them that may be true
   * @param surely those that surely are, and of which bits tell all
   */
  public static int told(long may, long surely) {
    if (surely != 0) {
      return Row.TRUE;
    }
    return may == 0 ? Row.FALSE : OPEN;
  }

  /** The entries themselves, in places of their own. */
  private static final class Few extends Bits {
    private final int[] may;
    private final int[] surely;

    private Few(Rows rows, Code code) {
      super(rows);
      this.may = places(code, rows.words);
      this.surely = places(code, rows.words);
    }

    @Override
    public void look(Writing code) {
      int[] at = new int[rows.starts.length];
      for (int grid = 0; grid < at.length; grid++) {
        start(code, rows, grid);
        at[grid] = code.keep();
      }
      for (int word = 0; word < may.length; word++) {
        all(code, at, Intersection.MAY + word, Writing::both);
        code.put(may[word]);
      }
      all(code, at, Intersection.DIFFER, Writing::either);
      code.unlessNone(c -> surely(c, at), this::alike);
    }

    private void surely(Writing code, int[] at) {
      for (int word = 0; word < may.length; word++) {
        all(code, at, Intersection.MAY + rows.words + word, Writing::both);
        code.put(surely[word]);
      }
    }

    /** Whatever may be true surely is. */
    private void alike(Writing code) {
      for (int word = 0; word < may.length; word++) {
        code.place(may[word]).put(surely[word]);
      }
    }

    private void all(Writing code, int[] at, int place, Consumer<Writing> how) {
      long[] column = rows.column(place);
      for (int grid = 0; grid < at.length; grid++) {
        code.constant(column, long[].class).kept(at[grid]).element();
        if (grid > 0) {
          how.accept(code);
        }
      }
    }

    @Override
    public void may(Writing code, int entry) {
      code.place(may[entry >> 6]);
    }

    @Override
    public void surely(Writing code, int entry) {
      code.place(surely[entry >> 6]);
    }

    @Override
    public void told(
        Writing code, long[] some, long[] plain, Consumer<Writing> open, Seldom others) {
      some(code, may, some);
      some(code, surely, plain);
      code.call(Bits.class, "told", int.class, long.class, long.class);
      code.orElse(OPEN, open);
    }

    /** Leaves some bits of some words, all of them in one. */
    private static void some(Writing code, int[] places, long[] some) {
      code.number(0L);
      for (int word = 0; word < places.length; word++) {
        if (some[word] != 0) {
          code.place(places[word]).number(some[word]).both().either();
        }
      }
    }

    @Override
    public long may(long[] worked, int word) {
      return worked[may[word]];
    }

    @Override
    public void may(long[] worked, long[] found) {
      for (int word = 0; word < found.length; word++) {
        found[word] = worked[may[word]];
      }
    }

    @Override
    public long surely(long[] worked, int word) {
      return worked[surely[word]];
    }

    @Override
    public boolean isSure(long[] worked, int entry) {
      return (surely(worked, entry >> 6) >>> entry & 1) != 0;
    }
  }

  /** Where their rows stand. */
  private static final class Many extends Bits {
    private final int[] at;

    /** Of each row the words in which bits are not sure. */
    private final long[] differing;

    private Many(Rows rows, Code code) {
      super(rows);
      this.at = places(code, rows.starts.length);
      this.differing = rows.column(Intersection.DIFFER);
    }

    @Override
    public void look(Writing code) {
      for (int grid = 0; grid < at.length; grid++) {
        start(code, rows, grid);
        code.widened().put(at[grid]);
      }
    }

    /** Leaves the words in which some row has bits that are not sure. */
    private void differ(Writing code) {
      code.number(0L);
      for (int each : at) {
        code.constant(differing, long[].class).place(each).narrowed().element().either();
      }
    }

    /** Are all bits of a word sure? */
    private boolean areSure(long[] worked, int word) {
      long differ = 0;
      for (int each : at) {
        differ |= differing[(int) worked[each]];
      }
      return (differ >>> word & 1) == 0;
    }

    private Intersection all(Writing code) {
      return code.intersection(rows.rows, rows.words, at, Math.max(1, rows.selective));
    }

    @Override
    public void may(Writing code, int entry) {
      asking(code, entry).may(entry >> 6);
    }

    @Override
    public void surely(Writing code, int entry) {
      asking(code, entry).surely(entry >> 6);
    }

    /** The rows of those grids that tell anything of an entry. */
    private Intersection asking(Writing code, int entry) {
      int[] some =
          IntStream.range(0, at.length).filter(g -> rows.asks(g, entry)).map(g -> at[g]).toArray();
      return code.intersection(rows.rows, rows.words, some, some.length);
    }

    @Override
    public void told(
        Writing code, long[] some, long[] plain, Consumer<Writing> open, Seldom others) {
      if (at.length == 1 || Arrays.stream(some).filter(w -> w != 0).count() < MANY) {
        all(code).told(this::differ, some, plain, others);
        return;
      }
      Compact compact = rows.compact();
      Search search = code.search();
      // One at least is asked at once.
      int later = Math.max(rows.selective, compact.grid == 0 ? 2 : 1);
      for (int grid = 0; grid < at.length; grid++) {
        if (grid != compact.grid) {
          search.row(at[grid], compact.first[grid] - rows.starts[grid], grid >= later);
        }
      }
      search.told(
          compact.blocks,
          at[compact.grid],
          -rows.starts[compact.grid],
          compact.stretch(some, plain),
          this::differ,
          (block, word, found, stated, worked) ->
              told(compact, block, word, found, plain, others, stated, worked),
          (_, stated, worked) -> unblocked(compact, some, plain, others, stated, worked));
    }

    /** The most that is told of those of a word of a block that have been found. */
    private int told(
        Compact compact,
        long[] block,
        int word,
        long found,
        long[] plain,
        Seldom others,
        long[] stated,
        long[] worked) {
      int most = Row.FALSE;
      int each = 0;
      long some = 0;
      for (long rest = found; rest != 0; rest &= rest - 1) {
        int entry = compact.entry(block, word, Long.numberOfTrailingZeros(rest));
        if (entry >> 6 != each && some != 0) {
          most = Math.max(most, told(each, some, plain, others, stated, worked));
          if (most == Row.TRUE) {
            return most;
          }
          some = 0;
        }
        each = entry >> 6;
        some |= 1L << entry;
      }
      return Math.max(most, told(each, some, plain, others, stated, worked));
    }

    /** The most that is told of all, where there is no block as yet. */
    private int unblocked(
        Compact compact, long[] some, long[] plain, Seldom others, long[] stated, long[] worked) {
      compact.make((int) worked[at[compact.grid]]);
      int most = Row.FALSE;
      for (int word = 0; word < some.length && most != Row.TRUE; word++) {
        long found = some[word] == 0 ? 0 : may(worked, word) & some[word];
        if (found != 0) {
          most = Math.max(most, told(word, found, plain, others, stated, worked));
        }
      }
      return most;
    }

    /** The most that is told of those of a word that have been found. */
    private int told(
        int word, long found, long[] plain, Seldom others, long[] stated, long[] worked) {
      long sure = areSure(worked, word) ? found : found & surely(worked, word);
      return (sure & plain[word]) != 0 ? Row.TRUE : others.truth(word, stated, worked);
    }

    @Override
    public long may(long[] worked, int word) {
      return all(worked, word);
    }

    @Override
    public long surely(long[] worked, int word) {
      return all(worked, areSure(worked, word) ? word : rows.words + word);
    }

    @Override
    public void may(long[] worked, long[] found) {
      Arrays.fill(found, -1);
      for (int each : at) {
        long[] row = rows.rows[(int) worked[each]];
        for (int word = 0; word < found.length; word++) {
          found[word] &= row[Intersection.MAY + word];
        }
      }
    }

    @Override
    public boolean isSure(long[] worked, int entry) {
      int word = entry >> 6;
      return areSure(worked, word) || (all(worked, rows.words + word) >>> entry & 1) != 0;
    }

    private long all(long[] worked, int word) {
      long some = -1;
      for (int each : at) {
        some &= rows.rows[(int) worked[each]][Intersection.MAY + word];
      }
      return some;
    }
  }
}

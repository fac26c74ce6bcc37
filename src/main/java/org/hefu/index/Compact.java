package org.hefu.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hefu.code.Block;
import org.hefu.code.Intersection;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, for each row of one grid only those that it lets pass, one behind the other: few
 * words in place of many, in which the rows of the other grids are looked up. What is asked one
 * after the other stands side by side. Each block is made when a flow first asks for it, as most
 * rows no flow ever meets. Threads may share it.
 */
final class Compact {
  private static final VarHandle EACH = MethodHandles.arrayElementVarHandle(long[][].class);

  /** By whose rows entries are told apart. */
  final int grid;

  /** For each other grid, the number of its first row in a block. */
  final int[] first;

  /** For each row of the one grid what {@link Block} describes; none where it has not been made. */
  final long[] @Nullable [] blocks;

  private final Rows rows;

  /** What is asked of each block. */
  private final List<Stretch> stretches = new ArrayList<>();

  /** Was there no room for a block? Then none is tried any more. */
  private boolean isFull;

  /** How many rows a block has. */
  private final int height;

  /** Some entries that are asked at once. */
  private static final class Stretch {
    private final long[] some;

    /** Of these, those of which bits tell all. */
    private final long[] telling;

    private Stretch(long[] some, long[] telling) {
      this.some = some;
      this.telling = telling;
    }

    private boolean isOf(long[] others, long[] othersTelling) {
      return Arrays.equals(some, others) && Arrays.equals(telling, othersTelling);
    }
  }

  /** By the grid that leaves the fewest words. Always: there are several. */
  Compact(Rows rows) {
    this.rows = rows;
    int grids = rows.starts.length;
    this.grid =
        IntStream.range(0, grids)
            .boxed()
            .min(Comparator.comparingDouble(g -> words(rows, g)))
            .orElseThrow();
    this.first = new int[grids];
    int all = Block.ROWS;
    for (int i = 0; i < grids; i++) {
      first[i] = all;
      all += i == grid ? 0 : rows.end(i) - rows.starts[i];
    }
    this.height = all;
    this.blocks = new long[rows.end(grid) - rows.starts[grid]][];
  }

  /** How many words the entries take that a row of a grid lets pass. */
  private static double words(Rows rows, int grid) {
    long[] all = new long[rows.words];
    Arrays.fill(all, -1);
    return Arrays.stream(rows.rows, rows.starts[grid], rows.end(grid))
        .mapToInt(r -> width(count(passing(r, all))))
        .average()
        .orElseThrow();
  }

  private static long[] passing(long[] row, long[] some) {
    long[] passing = new long[some.length];
    Arrays.setAll(passing, word -> row[Intersection.MAY + word] & some[word]);
    return passing;
  }

  private static int count(long[] bits) {
    return Arrays.stream(bits).mapToInt(Long::bitCount).sum();
  }

  private static int width(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  /**
   * The number of the stretch in which some entries stand.
   *
   * @param telling of these, those of which bits tell all
   */
  synchronized int stretch(long[] some, long[] telling) {
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).isOf(some, telling)) {
        return i;
      }
    }
    // Blocks are made again, with this one, too.
    for (int i = 0; i < blocks.length; i++) {
      rows.giveRoom(blocks[i] == null ? 0 : blocks[i].length);
      blocks[i] = null;
    }
    isFull = false;
    stretches.add(new Stretch(some, telling));
    return stretches.size() - 1;
  }

  /** The entry of a bit of a word of a block. */
  int entry(long[] block, int word, int bit) {
    return (int) block[height * (int) block[Block.WIDTH] + word * Long.SIZE + bit];
  }

  /** Makes the block of a row, unless it has been made or there is no room for it any more. */
  void make(int row) {
    // Whoever sees that late tries in vain.
    if (!isFull) {
      make(row, row - rows.starts[grid]);
    }
  }

  private synchronized void make(int row, int number) {
    if (blocks[number] != null) {
      return;
    }
    long[] by = rows.rows[row];
    List<long[]> all = stretches.stream().map(s -> passing(by, s.some)).toList();
    int words = all.stream().mapToInt(p -> width(count(p))).sum();
    int width = Math.max(words, Block.ENDS + stretches.size() + 1);
    long size = (long) width * height + (long) words * Long.SIZE;
    if (!rows.takeRoom(size)) {
      isFull = true;
      return;
    }
    // That fits, as there is no room for more.
    long[] block = new long[(int) size];
    int each = width * height;
    block[Block.WIDTH] = width;
    int from = 0;
    for (int i = 0; i < stretches.size(); i++) {
      long[] passing = all.get(i);
      block[Block.ENDS + i] = from;
      press(stretches.get(i).telling, 0, passing, block, Block.TELLING * width + from);
      press(passing, block, width, from);
      entries(passing, block, each + from * Long.SIZE);
      from += width(count(passing));
    }
    block[Block.ENDS + stretches.size()] = from;
    // Whoever sees it sees what is in it.
    EACH.setRelease(blocks, number, block);
  }

  /** What the rows of all other grids say of those that pass. */
  private void press(long[] passing, long[] block, int width, int from) {
    for (int i = 0; i < first.length; i++) {
      int to = first[i] * width + from;
      for (int other = rows.starts[i]; i != grid && other < rows.end(i); other++) {
        press(rows.rows[other], Intersection.MAY, passing, block, to);
        to += width;
      }
    }
  }

  /** Puts those bits that pass one behind the other. */
  private static void press(long[] from, int first, long[] passing, long[] bits, int to) {
    int at = to;
    int filled = 0;
    for (int word = 0; word < passing.length; word++) {
      int count = Long.bitCount(passing[word]);
      if (count > 0) {
        long pressed = Long.compress(from[first + word], passing[word]);
        bits[at] |= pressed << filled;
        if (filled + count > Long.SIZE) {
          bits[at + 1] = pressed >>> (Long.SIZE - filled);
        }
        filled += count;
        at += filled >> 6;
        filled &= Long.SIZE - 1;
      }
    }
  }

  private static void entries(long[] passing, long[] to, int first) {
    int at = first;
    for (int word = 0; word < passing.length; word++) {
      for (long rest = passing[word]; rest != 0; rest &= rest - 1) {
        to[at++] = (long) word * Long.SIZE + Long.numberOfTrailingZeros(rest);
      }
    }
  }
}

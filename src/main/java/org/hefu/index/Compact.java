package org.hefu.index;

import java.util.Arrays;
import org.hefu.code.Block;
import org.hefu.code.Intersection;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, for each row of one grid only those that it lets pass, one behind the other: few
 * words in place of many, in which the rows of the other grids are looked up. Each block is made
 * when a flow first asks for it, as most rows no flow ever meets. Threads may share it.
 */
final class Compact {
  /** By whose rows entries are told apart. */
  final int grid;

  /** For each other grid, how many rows stand before its first in a block. */
  final int[] first;

  /** For each row of the one grid its block; none where it has not been made. */
  final @Nullable Block[] blocks;

  private final Rows rows;

  /** The entries. */
  private final long[] some;

  /** Of these, those of which bits tell all. */
  private final long[] telling;

  /** Was there no room for a block? Then none is tried any more. */
  private boolean isFull;

  /** How many rows a block has. */
  private final int height;

  /** By the grid that leaves the fewest words. Always: there are several. */
  Compact(Rows rows, long[] some, long[] telling) {
    this.rows = rows;
    this.some = some;
    this.telling = telling;
    int grids = rows.starts.length;
    int best = 0;
    double fewest = Double.MAX_VALUE;
    for (int each = 0; each < grids; each++) {
      double words =
          Arrays.stream(rows.rows, rows.starts[each], rows.end(each))
              .mapToInt(r -> width(count(passing(r))))
              .average()
              .orElseThrow();
      if (words < fewest) {
        best = each;
        fewest = words;
      }
    }
    this.grid = best;
    this.first = new int[grids];
    int all = 0;
    for (int i = 0; i < grids; i++) {
      first[i] = all;
      all += i == grid ? 0 : rows.end(i) - rows.starts[i];
    }
    this.height = all;
    this.blocks = new @Nullable Block[rows.end(grid) - rows.starts[grid]];
  }

  /** Those of the entries that a row lets pass. */
  private long[] passing(long[] row) {
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
    long[] passing = passing(rows.rows[row]);
    int count = count(passing);
    int width = width(count);
    if (!rows.takeRoom((long) width * height)) {
      isFull = true;
      return;
    }
    int[] each = new int[count];
    int at = 0;
    for (int word = 0; word < passing.length; word++) {
      for (long rest = passing[word]; rest != 0; rest &= rest - 1) {
        each[at++] = (word << 6) + Long.numberOfTrailingZeros(rest);
      }
    }
    long[] bits = new long[width * height];
    int to = 0;
    for (int i = 0; i < first.length; i++) {
      for (int other = rows.starts[i]; i != grid && other < rows.end(i); other++) {
        press(rows.rows[other], Intersection.MAY, passing, bits, to);
        to += width;
      }
    }
    long[] pressed = new long[width];
    press(telling, 0, passing, pressed, 0);
    blocks[number] = new Block(width, bits, pressed, each);
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
}

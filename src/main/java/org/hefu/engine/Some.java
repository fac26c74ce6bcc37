package org.hefu.engine;

import java.util.Arrays;

/** Some of all rules, by their indices: a few words of bits. */
final class Some {
  private int[] words = new int[1];
  private long[] bits = new long[1];
  private int used;
  private int count;

  /** Adds one. Always: behind those that are there. */
  void add(int rule) {
    if (used == 0 || words[used - 1] != rule >> 6) {
      if (used == words.length) {
        words = Arrays.copyOf(words, 2 * used);
        bits = Arrays.copyOf(bits, 2 * used);
      }
      words[used++] = rule >> 6;
    }
    bits[used - 1] |= 1L << rule;
    count++;
  }

  int count() {
    return count;
  }

  /** Sets a bit for each of them. */
  void addTo(long[] all) {
    for (int i = 0; i < used; i++) {
      all[words[i]] |= bits[i];
    }
  }
}

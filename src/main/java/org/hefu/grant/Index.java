package org.hefu.grant;

import java.util.Arrays;

/**
 * Where the grants to a party about a data set stand: an open-addressing table of pairs, and behind
 * each pair a run of grants. The grants to one party stand together, too.
 */
final class Index {
  private static final long EMPTY = -1;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** A pair and its run, one after the other, so that one look at memory finds both. */
  private final long[] pairs;

  /** For each run: the name of the data set, and twice the grant, plus one for all below it. */
  private final long[] entries;

  /** Where the entries of each party begin; one more at the end. */
  private final int[] starts;

  Index(Table table) {
    starts = new int[table.texts.size() + 1];
    int count = 0;
    for (int grant = 0; grant < table.size(); grant++) {
      int patterns = table.patterns(table.told(grant, Table.DATA));
      starts[table.told(grant, Table.GRANTEE) + 1] += patterns;
      count += patterns;
    }
    for (int party = 1; party < starts.length; party++) {
      starts[party] += starts[party - 1];
    }
    entries = new long[count];
    int[] next = Arrays.copyOf(starts, starts.length);
    for (int grant = 0; grant < table.size(); grant++) {
      int party = table.told(grant, Table.GRANTEE);
      int data = table.told(grant, Table.DATA);
      for (int i = 0; i < table.patterns(data); i++) {
        int pattern = table.pattern(data, i);
        entries[next[party]++] = (long) (pattern >> 1) << 32 | grant * 2L + (pattern & 1);
      }
    }
    int size = Math.max(2, Integer.highestOneBit(Math.max(1, pairs())) * 4);
    pairs = new long[size * 2];
    Arrays.fill(pairs, EMPTY);
    fill();
  }

  /** Sorts the entries of each party by data set; how many pairs there are. */
  private int pairs() {
    int pairs = 0;
    for (int party = 0; party + 1 < starts.length; party++) {
      Arrays.sort(entries, starts[party], starts[party + 1]);
      for (int i = starts[party]; i < starts[party + 1]; i++) {
        pairs += i == starts[party] || node(i) != node(i - 1) ? 1 : 0;
      }
    }
    return pairs;
  }

  private void fill() {
    for (int party = 0; party + 1 < starts.length; party++) {
      int from = starts[party];
      for (int i = from + 1; i <= starts[party + 1]; i++) {
        if (i == starts[party + 1] || node(i) != node(from)) {
          int at = at(party, node(from));
          pairs[at] = pair(party, node(from));
          pairs[at + 1] = (long) from << 32 | i;
          from = i;
        }
      }
    }
  }

  private static long pair(long party, int node) {
    return party << 32 | node;
  }

  private int at(long party, int node) {
    long pair = pair(party, node);
    long mixed = pair * STEP;
    int at = (int) (mixed >>> 32) * 2 & (pairs.length - 1);
    while (pairs[at] != pair && pairs[at] != EMPTY) {
      at = (at + 2) & (pairs.length - 1);
    }
    return at;
  }

  /** The run of the party's grants about a name: its first entry, and where it ends. */
  long run(long party, int node) {
    int at = at(party, node);
    return pairs[at] == EMPTY ? 0 : pairs[at + 1];
  }

  static int first(long run) {
    return (int) (run >>> 32);
  }

  static int end(long run) {
    return (int) run;
  }

  /** The first entry of a party. */
  int first(int party) {
    return starts[party];
  }

  /** Where the entries of a party end. */
  int end(int party) {
    return starts[party + 1];
  }

  int size() {
    return entries.length;
  }

  int node(int entry) {
    return (int) (entries[entry] >>> 32);
  }

  int grant(int entry) {
    return (int) entries[entry] >>> 1;
  }

  /** Does the grant mean all below the name, too? */
  boolean isBelow(int entry) {
    return (entries[entry] & 1) != 0;
  }
}

package org.hefu.grant;

import java.util.Arrays;

/**
 * Where the grants to a party about a data set stand. An entry is a grant and one of its patterns,
 * with what a search looks at, in half a line of the processor's memory; those to one party stand
 * together, and among them those about one data set. A table of four bytes for each pair of party
 * and data set tells where these begin, so that a search for one name looks at memory twice,
 * however many grants there are.
 */
final class Index {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  // What stands in an entry, two numbers to each word.
  private static final int PARTY_AND_PATTERN = 0;
  private static final int FROM_AND_TO = 1;
  private static final int ACTS_AND_PURPOSES = 2;
  private static final int TERRITORY_AND_GRANT = 3;
  private static final int WORDS = 4;

  /** So many words before the first, so that each of many lies within one line of memory. */
  private static final int BEFORE = 2;

  /**
   * For each pair, one more than its first entry and, above that, bits that tell pairs apart; zero
   * where there is none.
   */
  private final int[] pairs;

  /** So many bits say where the first entry is. */
  private final int bits;

  private final long[] entries;
  private final int size;

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
    size = count;
    entries = new long[BEFORE + WORDS * size];
    sort(table);
    bits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    pairs = new int[4 * Integer.highestOneBit(Math.max(1, pairs()))];
    fill();
  }

  /** Puts the entries of each party in the order of data sets, and of grants. */
  private void sort(Table table) {
    long[] order = new long[size];
    int[] next = Arrays.copyOf(starts, starts.length);
    for (int grant = 0; grant < table.size(); grant++) {
      int party = table.told(grant, Table.GRANTEE);
      int data = table.told(grant, Table.DATA);
      for (int i = 0; i < table.patterns(data); i++) {
        int pattern = table.pattern(data, i);
        order[next[party]++] = both(pattern >> 1, (grant << 1) | (pattern & 1));
      }
    }
    for (int party = 0; party + 1 < starts.length; party++) {
      Arrays.sort(order, starts[party], starts[party + 1]);
      for (int i = starts[party]; i < starts[party + 1]; i++) {
        int grant = second(order[i]) >>> 1;
        put(i, PARTY_AND_PATTERN, party, (first(order[i]) << 1) | (second(order[i]) & 1));
        put(i, FROM_AND_TO, table.searched(grant, Table.FROM), table.searched(grant, Table.TO));
        int acts = table.searched(grant, Table.ACTS);
        put(i, ACTS_AND_PURPOSES, acts, table.searched(grant, Table.PURPOSES));
        int stands = (grant << 1) | (table.standsAlone(grant) ? 1 : 0);
        put(i, TERRITORY_AND_GRANT, table.searched(grant, Table.TERRITORY), stands);
      }
    }
  }

  private static long both(int first, int second) {
    return ((long) first << 32) | (second & 0xFFFF_FFFFL);
  }

  private static int first(long both) {
    return (int) (both >>> 32);
  }

  private static int second(long both) {
    return (int) both;
  }

  private void put(int entry, int word, int first, int second) {
    entries[BEFORE + WORDS * entry + word] = both(first, second);
  }

  private long at(int entry, int word) {
    return entries[BEFORE + WORDS * entry + word];
  }

  private int pairs() {
    int pairs = 0;
    for (int i = 0; i < size; i++) {
      pairs += isFirst(i) ? 1 : 0;
    }
    return pairs;
  }

  private boolean isFirst(int entry) {
    return entry == 0 || pair(entry) != pair(entry - 1);
  }

  private void fill() {
    for (int i = 0; i < size; i++) {
      if (isFirst(i)) {
        long mixed = pair(i) * STEP;
        int at = at(mixed);
        while (pairs[at] != 0) {
          at = (at + 1) & (pairs.length - 1);
        }
        pairs[at] = told(mixed) | (i + 1);
      }
    }
  }

  /** What tells it from other pairs in the same place, mostly. */
  private int told(long mixed) {
    return (int) (mixed >>> 32) >>> bits << bits;
  }

  private int at(long mixed) {
    return (int) (mixed >>> 32) & (pairs.length - 1);
  }

  private static long pair(int party, int node) {
    return both(party, node << 1);
  }

  /** The party and the name of the data set. */
  private long pair(int entry) {
    return at(entry, PARTY_AND_PATTERN) & -2;
  }

  /**
   * The first of the party's entries about a name; the next follow. Where there is none, the end.
   */
  int first(int party, int node) {
    long pair = pair(party, node);
    long mixed = pair * STEP;
    int told = told(mixed);
    int at = at(mixed);
    for (int found = pairs[at]; found != 0; found = pairs[at]) {
      int entry = (found & ((1 << bits) - 1)) - 1;
      if ((found >>> bits << bits) == told && pair(entry) == pair) {
        return entry;
      }
      at = (at + 1) & (pairs.length - 1);
    }
    return size;
  }

  /** Is the entry one of the party's about the name? */
  boolean isOf(int entry, int party, int node) {
    return entry < size && pair(entry) == pair(party, node);
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
    return size;
  }

  /** The number of what the grant is about. */
  int pattern(int entry) {
    return second(at(entry, PARTY_AND_PATTERN));
  }

  /** Does the grant mean all below the name, too? */
  boolean isBelow(int entry) {
    return (pattern(entry) & 1) != 0;
  }

  int grant(int entry) {
    return second(at(entry, TERRITORY_AND_GRANT)) >>> 1;
  }

  /** Does the grant hang on no other, was it never stopped, and is it over its grantor's data? */
  boolean standsAlone(int entry) {
    return (at(entry, TERRITORY_AND_GRANT) & 1) != 0;
  }

  boolean isWithinPeriod(int entry, long on) {
    long period = at(entry, FROM_AND_TO);
    return Table.first(first(period)) <= on && on <= Table.last(second(period));
  }

  int acts(int entry) {
    return first(at(entry, ACTS_AND_PURPOSES));
  }

  int purposes(int entry) {
    return second(at(entry, ACTS_AND_PURPOSES));
  }

  int territory(int entry) {
    return first(at(entry, TERRITORY_AND_GRANT));
  }
}

package org.hefu.grant;

import org.hefu.model.Pattern;
import org.hefu.model.Row;

/**
 * The data sets that grants are about, as a tree of names, so that a pattern covers what stands
 * below it. A pattern is a number: twice that of its name, and one more where it means all below,
 * too.
 */
final class DataSets {
  private static final int ROOT = 0;
  private static final char SLASH = '/';

  // Of where a data set stands, where in the number its name is and one more than that above it.
  private static final int NODE = 2;
  private static final int ABOVE = 32;
  private static final int MOST = (1 << (ABOVE - NODE)) - 1;

  private static final int HAS_BELOW = 1;
  private static final int GOES_BELOW = 2;

  private final Texts names = new Texts();

  /** For each name four times the one above it, and whether names or patterns go on below it. */
  private final Ints nodes = new Ints();

  DataSets() {
    names.add("");
    nodes.add(-1 << 2);
  }

  int add(Pattern pattern) {
    int node = node(pattern.name());
    if (pattern.below()) {
      nodes.set(node, nodes.get(node) | GOES_BELOW);
    }
    return node * 2 + (pattern.below() ? 1 : 0);
  }

  private int node(String name) {
    int known = names.find(name);
    if (known != Texts.NONE) {
      return known;
    }
    int cut = name.lastIndexOf(SLASH);
    int parent = cut < 0 ? ROOT : node(name.substring(0, cut));
    int node = names.add(name);
    nodes.add(parent << 2);
    nodes.set(parent, nodes.get(parent) | HAS_BELOW);
    return node;
  }

  Pattern pattern(int number) {
    return new Pattern(names.get(number >> 1), (number & 1) != 0);
  }

  /**
   * Where a stated data set stands: its own name, or the nearest above it; whether it lies below
   * that; whether all below it are stated, too; and the nearest name above it of which some pattern
   * means all below. Always: no pattern is added after that.
   */
  long place(String stated) {
    Pattern pattern = Pattern.named(stated);
    String name = pattern.name();
    int node = names.find(name);
    boolean isBelow = node == Texts.NONE;
    while (node == Texts.NONE) {
      int cut = name.lastIndexOf(SLASH);
      name = cut < 0 ? "" : name.substring(0, cut);
      node = names.find(name);
    }
    int above = isBelow && goesBelow(node) ? node : above(node);
    return (above + 1L) << ABOVE
        | (long) node << NODE
        | (isBelow ? 2 : 0)
        | (pattern.below() ? 1 : 0);
  }

  static int node(long place) {
    return (int) (place >>> NODE) & MOST;
  }

  /** The nearest name above the data set of which some pattern means all below, too. */
  static int above(long place) {
    return (int) (place >>> ABOVE) - 1;
  }

  /** The nearest name above another of which some pattern means all below, too. */
  int above(int node) {
    int at = parent(node);
    while (at >= 0 && !goesBelow(at)) {
      at = parent(at);
    }
    return at;
  }

  /** Does the data set lie below the name that stands for it here? */
  static boolean isBelow(long place) {
    return (place & 2) != 0;
  }

  /** Are all below it stated with it? */
  static boolean isBroad(long place) {
    return (place & 1) != 0;
  }

  int parent(int node) {
    return nodes.get(node) >> 2;
  }

  /** Does some pattern mean the name and all below it? */
  boolean goesBelow(int node) {
    return (nodes.get(node) & GOES_BELOW) != 0;
  }

  boolean hasBelow(int node) {
    return (nodes.get(node) & HAS_BELOW) != 0;
  }

  /** The truth of "the pattern covers the data set", where its name is that of the data set. */
  static int covers(boolean below, long place) {
    return below || !isBroad(place) ? Row.TRUE : Row.MAYBE;
  }

  /** The truth of "the pattern covers the data set". */
  int covers(int pattern, long place) {
    int of = pattern >> 1;
    boolean below = (pattern & 1) != 0;
    int node = node(place);
    if (of == node && !isBelow(place)) {
      return covers(below, place);
    }
    if (isWithin(node, of)) {
      return below ? Row.TRUE : Row.FALSE;
    }
    return !isBelow(place) && isWithin(of, node) ? Row.MAYBE : Row.FALSE;
  }

  /** Is it the other or below it? */
  boolean isWithin(int node, int other) {
    // A name is never younger than one above it.
    int at = node;
    while (at > other) {
      at = parent(at);
    }
    return at == other;
  }
}

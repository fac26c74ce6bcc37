package org.hefu.seek;

import java.util.List;

/**
 * What comes of every combination of values, as a tree in which no fork leads to the same whichever
 * way it is taken.
 */
sealed interface Tree {
  /** The same for two trees only if they are one. */
  int id();

  /** What comes of it, by its number among the answers or the outcomes. */
  record Leaf(int id, long number) implements Tree {
    @Override
    public boolean equals(Object other) {
      return other instanceof Leaf leaf && leaf.id == id;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }

  /**
   * @param level the number of the unknown that is filled in here
   * @param branches one for each of its cells
   */
  record Fork(int id, int level, List<Tree> branches) implements Tree {
    @Override
    public boolean equals(Object other) {
      return other instanceof Fork fork && fork.id == id;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }
}

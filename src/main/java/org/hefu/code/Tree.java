package org.hefu.code;

import java.util.List;

/** Questions, of which each says by its answer which is the next, and at last a number. */
public sealed interface Tree {
  /** In place of a leaf's number: the tree does not tell. */
  int NONE = -1;

  /** Where nothing more is asked. */
  record Leaf(int number) implements Tree {
    @Override
    public int size() {
      return 0;
    }
  }

  /** What is next where the answer lies from one value to another. */
  record Branch(long first, long last, Tree then) {}

  /** A question. */
  final class Fork implements Tree {
    private final Writable asked;
    private final List<Branch> branches;
    private final int size;

    /**
     * @param asked leaves the answer, a {@code long}
     * @param branches none of which overlaps another; the likeliest come first
     */
    public Fork(Writable asked, List<Branch> branches) {
      this.asked = asked;
      this.branches = branches;
      this.size = own() + branches.stream().mapToInt(b -> b.then().size()).sum();
    }

    public Writable asked() {
      return asked;
    }

    List<Branch> branches() {
      return branches;
    }

    /** What is next behind an answer; a leaf of {@link #NONE} where nothing is. */
    public Tree at(long answer) {
      for (Branch each : branches) {
        if (each.first <= answer && answer <= each.last) {
          return each.then;
        }
      }
      return new Leaf(NONE);
    }

    /** How much of a method it takes without what comes behind. */
    int own() {
      return asked.size() + 2 * branches.size();
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** Roughly how much of a method it takes. */
  int size();
}

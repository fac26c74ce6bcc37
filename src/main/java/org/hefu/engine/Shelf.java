package org.hefu.engine;

import java.util.List;
import org.hefu.index.BitmapIndex;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.node.TruthNode;

/**
 * Rules that are looked at together: an index of their conditions and, for each, nodes for what the
 * index leaves to be asked.
 */
final class Shelf {
  private static final TruthNode[] NOTHING = {};

  final BitmapIndex index;

  /** Its first word among those of all shelves. */
  final int firstWord;

  /** Of each entry its rule; of a shelf of other conditions, none. */
  final List<Rule> rules;

  /** The steps to be taken before it is looked at. */
  private final int[] steps;

  private final TruthNode[][] left;
  private final int[][] leftSteps;

  /**
   * @param entries for each, conditions that must all hold
   */
  Shelf(List<Rule> rules, List<List<Term>> entries, Steps steps, int firstWord) {
    this.rules = rules;
    this.firstWord = firstWord;
    this.index = BitmapIndex.of(entries, steps::isStated);
    this.steps = steps.of(index.slots());
    this.left = new TruthNode[entries.size()][];
    this.leftSteps = new int[entries.size()][];
    for (int i = 0; i < left.length; i++) {
      List<Term> terms = index.left(i);
      left[i] =
          terms.isEmpty() ? NOTHING : terms.stream().map(Lower::truth).toArray(TruthNode[]::new);
      leftSteps[i] = steps.of(terms);
    }
  }

  /** The words of its bits and those of the shelves before it. */
  int endWord() {
    return firstWord + index.words();
  }

  /** What was found on it for one flow. */
  final class Found {
    private final BitmapIndex.Found bits = index.found();
    private int now;

    /** Which entries may hold, 64 in each word. */
    long[] may(Steps.Filled filled) {
      if (now != filled.now()) {
        now = filled.now();
        filled.take(steps);
        index.find(filled.row, bits);
      }
      return bits.may();
    }

    /** Does the entry hold? Always: it may. */
    int truth(int entry, Steps.Filled filled) {
      int least = bits.truth(entry, filled.row);
      TruthNode[] rest = left[entry];
      if (rest.length > 0 && least != Row.FALSE) {
        filled.take(leftSteps[entry]);
        for (TruthNode each : rest) {
          least = Math.min(least, each.execute(Steps.NO_FRAME, filled.row));
          if (least == Row.FALSE) {
            return Row.FALSE;
          }
        }
      }
      return least;
    }
  }
}

package org.hefu.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hefu.model.Outcome;
import org.hefu.model.Row;

/**
 * How the rules stand for one flow, and what comes of that but for texts that differ. It holds only
 * those that apply, or may: of many rules few do.
 */
final class Ruled {
  /** Of each of these, in a number: its index, and three truths of two bits each. */
  private static final int RULE = 6;

  private static final int APPLIES = 4;
  private static final int EFFECTIVE = 2;
  private static final int MET = 0;
  private static final int TRUTH = 3;

  /** For each guard, whether the rules behind it govern the flow. */
  final byte[] guards;

  /** Is the act completed? */
  final int completed;

  final Outcome outcome;

  private int[] some = new int[8];
  private int count;

  /** To be filled in, and then {@link #sorted}. */
  Ruled(int guards, int completed, Outcome outcome) {
    this.guards = new byte[guards];
    this.completed = completed;
    this.outcome = outcome;
  }

  /**
   * Of a row after all steps.
   *
   * @param applies for each rule, whether it applies
   * @param effective whether it is not defeated either
   */
  static Ruled of(long[] row, byte[] applies, byte[] effective, Verdict verdict) {
    Ruled ruled =
        new Ruled(verdict.guards(), verdict.completed(row), verdict.outcome(row, effective));
    for (int i = 0; i < applies.length; i++) {
      if (applies[i] != Row.FALSE) {
        ruled.put(i, applies[i], effective[i], verdict.met(i, row));
      }
    }
    for (int i = 0; i < ruled.guards.length; i++) {
      ruled.guards[i] = (byte) verdict.guards(i, row);
    }
    return ruled;
  }

  /** Adds a rule that applies, or may. */
  void put(int rule, int applies, int effective, int met) {
    if (count == some.length) {
      some = Arrays.copyOf(some, 2 * count);
    }
    some[count++] = rule << RULE | applies << APPLIES | effective << EFFECTIVE | met << MET;
  }

  /** The same, once all are added, in whatever order. */
  Ruled sorted() {
    Arrays.sort(some, 0, count);
    return this;
  }

  /** How many rules apply, or may. */
  int count() {
    return count;
  }

  /** One of these, in their order. */
  int rule(int at) {
    return some[at] >> RULE;
  }

  IntStream rules() {
    return IntStream.range(0, count).map(this::rule);
  }

  /** Does the rule apply, defeated or not? */
  int applies(int rule) {
    return truth(rule, APPLIES);
  }

  /** Does it apply, and is not defeated? */
  int effective(int rule) {
    return truth(rule, EFFECTIVE);
  }

  /** Is what it requires done? Always: it applies, or may. */
  int met(int rule) {
    return truth(rule, MET);
  }

  private int truth(int rule, int which) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (some[middle] >> RULE < rule) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < count && some[low] >> RULE == rule ? some[low] >> which & TRUTH : Row.FALSE;
  }
}

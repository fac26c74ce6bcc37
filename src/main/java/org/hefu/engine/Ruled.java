package org.hefu.engine;

import java.util.Arrays;
import java.util.Set;
import org.hefu.code.Standing;
import org.hefu.model.Outcome;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * How the rules stand for one flow, and what comes of that but for texts that differ. It holds only
 * those that apply, or may: of many rules few do.
 */
final class Ruled {
  /** For each guard, whether the rules behind it govern the flow. */
  final byte[] guards;

  /** Is the act completed? */
  final int completed;

  final Outcome outcome;

  /** Of each of them, how it stands. */
  private int[] some;

  private int count;

  /** What is told of it; whichever thread finds it, finds it whole. */
  private @Nullable Outline outline;

  /** To be filled in, and then {@link #sorted}. */
  Ruled(int guards, int completed, Outcome outcome) {
    this(new byte[guards], completed, outcome, new int[8], 0);
  }

  /**
   * @param some from the beginning on, how the rules stand that apply, or may, in their order
   * @param count how many these are
   */
  Ruled(byte[] guards, int completed, Outcome outcome, int[] some, int count) {
    this.guards = guards;
    this.completed = completed;
    this.outcome = outcome;
    this.some = some;
    this.count = count;
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
    some[count++] = Standing.of(rule, applies, effective, met);
  }

  /** The same, once all are added, in whatever order. */
  Ruled sorted() {
    Arrays.sort(some, 0, count);
    return this;
  }

  /** What is told of it, once all are added; texts do not differ. */
  Outline outline(Common common) {
    Outline known = outline;
    if (known == null) {
      known = new Outline(common, this, Set.of());
      outline = known;
    }
    return known;
  }

  /** How many rules apply, or may. */
  int count() {
    return count;
  }

  /** One of these, in their order. */
  int rule(int at) {
    return Standing.what(some[at]);
  }

  /** The same three truths of the rule at a place. */
  int appliesAt(int at) {
    return Standing.holds(some[at]);
  }

  int effectiveAt(int at) {
    return Standing.counts(some[at]);
  }

  int metAt(int at) {
    return Standing.met(some[at]);
  }

  /** Does the rule apply, defeated or not? */
  int applies(int rule) {
    return Standing.holds(of(rule));
  }

  /** Does it apply, and is not defeated? */
  int effective(int rule) {
    return Standing.counts(of(rule));
  }

  /** Is what it requires done? Always: it applies, or may. */
  int met(int rule) {
    return Standing.met(of(rule));
  }

  /** How a rule stands; for what does not apply, three times false. */
  private int of(int rule) {
    int at = from(rule);
    return at < count && rule(at) == rule ? some[at] : Row.FALSE;
  }

  /** The place of the first that is no less than a rule. */
  private int from(int rule) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rule(middle) < rule) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package org.hefu.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import org.hefu.decide.Finding;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * What became of each rule that governs a flow: first of those that apply or may, then of those
 * that do not, which are many, and each is made when somebody looks at it.
 */
final class Findings extends AbstractList<Finding> {
  /** The rules that do not apply, in their order, and what was made of them. */
  private static final class Rest {
    private final int[] rules;
    private final @Nullable Finding[] made;

    private Rest(int[] rules) {
      this.rules = rules;
      this.made = new @Nullable Finding[rules.length];
    }
  }

  private final List<Finding> applying;
  private final Ruled ruled;
  private final Common common;
  private final IntFunction<Finding> make;
  private final int size;
  private volatile @Nullable Rest rest;

  /**
   * @param applying those of the rules that apply or may
   * @param make makes that of a rule by its index
   */
  Findings(List<Finding> applying, Ruled ruled, Common common, IntFunction<Finding> make) {
    this.applying = applying;
    this.ruled = ruled;
    this.common = common;
    this.make = make;
    int governing = 0;
    for (int i = 0; i < ruled.guards.length; i++) {
      governing += ruled.guards[i] == Row.FALSE ? 0 : common.guarded[i].length;
    }
    // Always: who applies governs.
    this.size = governing;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Finding get(int index) {
    int at = index - applying.size();
    return at < 0 ? applying.get(index) : other(at);
  }

  /** Always: whoever makes it, it is the same. */
  private Finding other(int at) {
    Rest all = rest;
    if (all == null) {
      all = rest();
      rest = all;
    }
    Finding known = all.made[at];
    if (known == null) {
      known = make.apply(all.rules[at]);
      all.made[at] = known;
    }
    return known;
  }

  private Rest rest() {
    long[] bits = new long[(common.grounds.length + Long.SIZE - 1) / Long.SIZE];
    for (int i = 0; i < ruled.guards.length; i++) {
      if (ruled.guards[i] != Row.FALSE) {
        for (int rule : common.guarded[i]) {
          bits[rule >> 6] |= 1L << rule;
        }
      }
    }
    for (int at = 0; at < ruled.count(); at++) {
      bits[ruled.rule(at) >> 6] &= ~(1L << ruled.rule(at));
    }
    int[] rules = new int[size - applying.size()];
    int found = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        rules[found++] = (word << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    return new Rest(rules);
  }
}

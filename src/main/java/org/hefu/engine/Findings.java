package org.hefu.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hefu.decide.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What became of each rule that governs a flow: first of those that apply or may, then of those
 * that do not, which are many, and each is made when somebody looks at it.
 */
final class Findings extends AbstractList<Finding> {
  private final Finding[] applying;
  private final Reasons reasons;

  /** The rules that govern the flow, in their order; among them those that apply or may. */
  private Common.@Nullable Governing governing;

  /** Of those that do not apply, what has been made. */
  private @Nullable Finding @Nullable [] others;

  /**
   * @param applying those of the rules that apply or may
   * @param reasons makes the others
   */
  Findings(Finding[] applying, Reasons reasons) {
    this.applying = applying;
    this.reasons = reasons;
  }

  /** Always: whoever makes it, it is the same. */
  private int[] governing() {
    Common.Governing known = governing;
    if (known == null) {
      known = reasons.governing();
      governing = known;
    }
    return known.rules;
  }

  @Override
  public int size() {
    // Always: who applies governs.
    return governing().length;
  }

  @Override
  public Finding get(int index) {
    if (index < applying.length) {
      return applying[index];
    }
    int[] rules = governing();
    // Those that apply are left out of the order, one after the other.
    int at = index - applying.length;
    int applied = 0;
    while (applied < reasons.applied() && reasons.applied(applied) <= rules[at]) {
      if (Arrays.binarySearch(rules, reasons.applied(applied)) >= 0) {
        at++;
      }
      applied++;
    }
    return other(index - applying.length, rules[at]);
  }

  /** One after the other is found sooner than each alone. */
  @Override
  public Iterator<Finding> iterator() {
    return new Iterator<>() {
      private int next;
      private int at;
      private int applied;

      @Override
      public boolean hasNext() {
        return next < applying.length || next < size();
      }

      @Override
      public Finding next() {
        if (next < applying.length) {
          return applying[next++];
        }
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int[] rules = governing();
        int rule = rules[at++];
        while (rule >= nextApplied()) {
          // What applies and governs stands among those that govern, too.
          rule = rule == nextApplied() ? rules[at++] : rule;
          applied++;
        }
        return other(next++ - applying.length, rule);
      }

      private int nextApplied() {
        return applied < reasons.applied() ? reasons.applied(applied) : Integer.MAX_VALUE;
      }
    };
  }

  /** Always: whoever makes it, it is the same. */
  private Finding other(int index, int rule) {
    @Nullable Finding[] made = others;
    if (made == null) {
      made = new @Nullable Finding[size() - applying.length];
      others = made;
    }
    Finding known = made[index];
    if (known == null) {
      known = reasons.notApplied(rule);
      made[index] = known;
    }
    return known;
  }
}

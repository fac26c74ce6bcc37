package org.hefu.engine;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.hefu.decide.Finding;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * What became of each rule that governs a flow: first of those that apply or may, then of those
 * that do not, which are many, and each is made when somebody looks at it.
 */
final class Findings extends AbstractList<Finding> {
  /** The rules that do not apply, a bit for each, and what was made of them. */
  private static final class Rest {
    private final long[] bits;
    private final @Nullable Finding[] made;

    private Rest(long[] bits, int count) {
      this.bits = bits;
      this.made = new @Nullable Finding[count];
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
      governing += ruled.guards[i] == Row.FALSE ? 0 : common.guarded[i].count();
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
    if (index < applying.size()) {
      return applying.get(index);
    }
    Rest all = rest();
    int at = index - applying.size();
    int before = at;
    for (int word = 0; word < all.bits.length; word++) {
      long left = all.bits[word];
      int count = Long.bitCount(left);
      if (before < count) {
        for (int i = 0; i < before; i++) {
          left &= left - 1;
        }
        return other(all, at, (word << 6) + Long.numberOfTrailingZeros(left));
      }
      before -= count;
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** One after the other is found sooner than each alone. */
  @Override
  public Iterator<Finding> iterator() {
    return new Iterator<>() {
      private int next;
      private int word = -1;
      private long left;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Finding next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        int at = next++ - applying.size();
        if (at < 0) {
          return applying.get(next - 1);
        }
        Rest all = rest();
        while (left == 0) {
          left = all.bits[++word];
        }
        int rule = (word << 6) + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        return other(all, at, rule);
      }
    };
  }

  /** Always: whoever makes it, it is the same. */
  private Finding other(Rest all, int at, int rule) {
    Finding known = all.made[at];
    if (known == null) {
      known = make.apply(rule);
      all.made[at] = known;
    }
    return known;
  }

  private Rest rest() {
    Rest all = rest;
    if (all == null) {
      long[] bits = new long[(common.grounds.length + Long.SIZE - 1) / Long.SIZE];
      for (int i = 0; i < ruled.guards.length; i++) {
        if (ruled.guards[i] != Row.FALSE) {
          common.guarded[i].addTo(bits);
        }
      }
      for (int at = 0; at < ruled.count(); at++) {
        bits[ruled.rule(at) >> 6] &= ~(1L << ruled.rule(at));
      }
      all = new Rest(bits, size - applying.size());
      rest = all;
    }
    return all;
  }
}

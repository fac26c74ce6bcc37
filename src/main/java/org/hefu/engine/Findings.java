package org.hefu.engine;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hefu.decide.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What became of each rule that governs a flow: first of those that apply or may, then of those
 * that do not, which are many, and wait until somebody looks at them. Threads may share it.
 */
final class Findings extends AbstractList<Finding> {
  private final Finding[] applying;
  private final Outline outline;
  private volatile Finding @Nullable [] all;

  /**
   * @param applying those of the rules that apply or may
   * @param outline adds the others
   */
  Findings(Finding[] applying, Outline outline) {
    this.applying = applying;
    this.outline = outline;
  }

  /** Always: whoever makes it, it holds the same. */
  private Finding[] all() {
    Finding[] known = all;
    if (known == null) {
      known = outline.all(applying);
      all = known;
    }
    return known;
  }

  @Override
  public int size() {
    return all().length;
  }

  @Override
  public Finding get(int index) {
    return index < applying.length ? applying[index] : all()[index];
  }

  /** Whoever stops at those that do not apply has none of them made. */
  @Override
  public Iterator<Finding> iterator() {
    return new Iterator<>() {
      private Finding[] from = applying;
      private int next;

      @Override
      public boolean hasNext() {
        if (next == from.length) {
          from = all();
        }
        return next < from.length;
      }

      @Override
      public Finding next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return from[next++];
      }
    };
  }
}

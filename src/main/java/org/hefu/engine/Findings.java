package org.hefu.engine;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.hefu.decide.Finding;

/**
 * Findings that decisions share, so that nobody may change them. However many there are, the list
 * is of one class: so who goes through it makes no object.
 */
final class Findings extends AbstractList<Finding> implements RandomAccess {
  private final Finding[] all;

  /**
   * @param all to be changed no more
   */
  Findings(Finding[] all) {
    this.all = all;
  }

  @Override
  public Finding get(int index) {
    return all[index];
  }

  @Override
  public int size() {
    return all.length;
  }

  @Override
  public Iterator<Finding> iterator() {
    return new Each(all);
  }

  private static final class Each implements Iterator<Finding> {
    private final Finding[] all;
    private int next;

    private Each(Finding[] all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return next < all.length;
    }

    @Override
    public Finding next() {
      if (next >= all.length) {
        throw new NoSuchElementException();
      }
      return all[next++];
    }
  }
}

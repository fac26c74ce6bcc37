package org.hefu.engine;

import java.util.AbstractList;
import java.util.List;

/** Lists one behind the other, of which others may hold the same: so nothing is copied. */
final class Joined<T> extends AbstractList<T> {
  private final List<List<T>> parts;
  private final int size;

  private Joined(List<List<T>> parts) {
    this.parts = parts;
    this.size = parts.stream().mapToInt(List::size).sum();
  }

  /** Always: none of them is empty. */
  static <T> List<T> of(List<List<T>> parts) {
    return parts.isEmpty() ? List.of() : parts.size() == 1 ? parts.getFirst() : new Joined<>(parts);
  }

  @Override
  public T get(int index) {
    int at = index;
    for (List<T> part : parts) {
      if (at < part.size()) {
        return part.get(at);
      }
      at -= part.size();
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int size() {
    return size;
  }
}

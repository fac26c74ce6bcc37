package org.hefu.index;

import java.util.Arrays;

/** A set of values at which the truth of some tests changes; many tests change at the same ones. */
final class Changes {
  private long[] values = new long[256];

  /** So many are there, of which the first are in order and each is there once. */
  private int size;

  void add(long value) {
    if (size == values.length) {
      settle();
      if (size > values.length / 2) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
    }
    values[size++] = value;
  }

  private void settle() {
    Arrays.sort(values, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (distinct == 0 || values[i] != values[distinct - 1]) {
        values[distinct++] = values[i];
      }
    }
    size = distinct;
  }

  /** All in order; those above the limit as one, the limit, since they need not be told apart. */
  long[] upTo(long limit) {
    settle();
    int end = size;
    while (end > 0 && values[end - 1] > limit) {
      end--;
    }
    if (end < size && (end == 0 || values[end - 1] != limit)) {
      values[end++] = limit;
    }
    return Arrays.copyOf(values, end);
  }
}

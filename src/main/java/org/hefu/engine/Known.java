package org.hefu.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is known by number. Where there is no more room, what comes takes the place of something
 * else. Threads may share it: what one puts, others find sooner or later.
 */
final class Known<T> {
  /** Numbers may be as large as this. */
  static final double MOST = 0x1p62;

  /** Room for so many, to the power of two. */
  private static final int ROOM = 12;

  /** Places one behind the other that a number may have. */
  private static final int PLACES = 4;

  /** Numbers that are alike at their ends come apart by it: 2^64 by the golden ratio. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private record Entry<T>(long number, T what) {}

  /** Of few numbers each has a place of its own, and nothing else is there. */
  private final @Nullable AtomicReferenceArray<@Nullable T> few;

  private final AtomicReferenceArray<@Nullable Entry<T>> entries;

  /**
   * @param numbers so many there may be, from zero on
   */
  Known(double numbers) {
    boolean areFew = numbers <= 1 << ROOM;
    this.few = areFew ? new AtomicReferenceArray<>((int) numbers) : null;
    this.entries = new AtomicReferenceArray<>(areFew ? 0 : (1 << ROOM) + PLACES);
  }

  private static int place(long number) {
    return (int) ((number * GOLDEN) >>> (Long.SIZE - ROOM));
  }

  /** None where nothing is known. */
  @Nullable T of(long number) {
    AtomicReferenceArray<@Nullable T> own = few;
    return own != null ? own.getPlain((int) number) : search(number);
  }

  private @Nullable T search(long number) {
    int first = place(number);
    for (int place = first; place < first + PLACES; place++) {
      Entry<T> entry = entries.getPlain(place);
      if (entry != null && entry.number == number) {
        return entry.what;
      }
    }
    return null;
  }

  void put(long number, T what) {
    if (few != null) {
      few.setRelease((int) number, what);
      return;
    }
    int place = place(number);
    int free = place;
    while (free < place + PLACES && entries.getPlain(free) != null) {
      free++;
    }
    entries.setRelease(free < place + PLACES ? free : place, new Entry<>(number, what));
  }
}

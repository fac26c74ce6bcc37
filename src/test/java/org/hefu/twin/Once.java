package org.hefu.twin;

import java.util.IdentityHashMap;
import java.util.function.Function;

/** Keeps what has been worked out of each thing, so that it is worked out once. */
final class Once<K, V> {
  private final Function<K, V> work;
  private final IdentityHashMap<K, V> kept = new IdentityHashMap<>();

  Once(Function<K, V> work) {
    this.work = work;
  }

  V of(K key) {
    V known = kept.get(key);
    if (known == null) {
      known = work.apply(key);
      kept.put(key, known);
    }
    return known;
  }
}

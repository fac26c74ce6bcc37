package org.hefu.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the first who asks has made, and all others take. Threads may share it. */
final class First<T> {
  private @Nullable T made;

  synchronized Optional<T> known() {
    return Optional.ofNullable(made);
  }

  synchronized T get(Supplier<T> make) {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}

package org.hefu.engine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Has a plan made once more for flows as they have been: by the first who asks, and all others take
 * that. Threads may share it.
 */
final class Settling<P> {
  private final Function<IntPredicate, P> again;
  private @Nullable P made;

  /**
   * @param again of a place: do most flows ask for what is kept there?
   */
  Settling(Function<IntPredicate, P> again) {
    this.again = again;
  }

  /** None where nobody has asked yet. */
  synchronized Optional<P> known() {
    return Optional.ofNullable(made);
  }

  /** For flows as this room has counted them, unless it is known; the room need not count on. */
  P of(Room room) {
    P plan = first(room);
    room.stopCounting();
    return plan;
  }

  private synchronized P first(Room room) {
    if (made == null) {
      made = again.apply(room::isAsked);
    }
    return made;
  }
}

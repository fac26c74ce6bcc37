package org.hefu.engine;

import java.util.Arrays;
import org.hefu.code.Code;
import org.hefu.model.Row;

/** Where code keeps what it works out of a flow; for one thread, again and again. */
final class Room {
  private static final int[] NOTHING = {};

  final long[] worked;

  /** From this place on, nothing is worked out before somebody asks for it. */
  private final int pending;

  /** For each place, how many flows asked for what is kept there; none where nobody counts. */
  private int[] asked;

  /** How many flows these were; before the first, one less than none. */
  private int flows = -1;

  /**
   * @param counts whether to count what flows ask for
   */
  Room(Code.Made made, boolean counts) {
    this.worked = new long[made.places()];
    this.pending = made.pending();
    this.asked = counts ? new int[worked.length] : NOTHING;
    Arrays.fill(worked, Row.PENDING);
  }

  /** Begins with another flow. */
  void begin() {
    if (asked.length > 0) {
      count();
    }
    Arrays.fill(worked, pending, worked.length, Row.PENDING);
  }

  /** Nobody wants to know any more. */
  void stopCounting() {
    asked = NOTHING;
  }

  /** Counts what the flow before has asked for. */
  private void count() {
    flows++;
    for (int i = 0; i < asked.length; i++) {
      asked[i] += worked[i] == Row.PENDING ? 0 : 1;
    }
  }

  /** Did more than two flows of three ask for what is kept in a place? Always: it counts. */
  boolean isAsked(int place) {
    return 3L * asked[place] > 2L * flows;
  }
}

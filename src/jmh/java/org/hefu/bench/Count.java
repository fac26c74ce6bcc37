package org.hefu.bench;

import static org.hefu.bench.Truth.FALSE;
import static org.hefu.bench.Truth.TRUE;
import static org.hefu.bench.Truth.UNKNOWN;

/**
 * Where the number of people since the beginning of the year lies, with those of a flow, who may be
 * the same.
 */
record Count(long least, long most) {
  private static final long NO_BOUND = Long.MAX_VALUE;

  /**
   * @param counts whether the flow counts at all
   * @param before those before it
   * @param here those of the flow
   * @param together all of them, each counted once, if that is stated
   */
  static Count of(int counts, long before, long here, long together) {
    long perhaps = counts == FALSE ? 0 : here;
    long least = Math.max(Math.max(0, before), counts == TRUE ? here : 0);
    long most = before < 0 || perhaps < 0 ? NO_BOUND : before + perhaps;
    if (together < 0) {
      return new Count(least, most);
    }
    long stated = Math.max(least, Math.min(together, most));
    return new Count(stated, stated);
  }

  int below(long limit) {
    return most < limit ? TRUE : least >= limit ? FALSE : UNKNOWN;
  }

  int reaches(long limit) {
    return Truth.not(below(limit));
  }
}

package org.hefu.engine;

import org.hefu.model.Row;

/** The least or the most that a truth may be. */
record Limit(boolean isMost, int truth) {
  /** There are so many limits. */
  static final int COUNT = 6;

  static Limit most(int truth) {
    return new Limit(true, truth);
  }

  static Limit least(int truth) {
    return new Limit(false, truth);
  }

  /** The same of the denial. */
  Limit turned() {
    return new Limit(!isMost, Row.TRUE - truth);
  }

  boolean holds(int other) {
    return isMost ? other <= truth : other >= truth;
  }

  /** Does it hold whatever the truth is? */
  boolean isNone() {
    return truth == (isMost ? Row.TRUE : Row.FALSE);
  }

  /** The truths for which it holds. */
  Ratio.Range range() {
    return isMost ? new Ratio.Range(Row.FALSE, truth) : new Ratio.Range(truth, Row.TRUE);
  }

  /** Another for each limit, from zero on. */
  int number() {
    return (isMost ? COUNT / 2 : 0) + truth;
  }
}

package org.hefu.engine;

import org.hefu.model.Row;

/**
 * What requirements make of an outcome, as bits: beside whether the act is completed, a truth, what
 * has come of those that were looked at.
 */
public final class Due {
  /** The truth of "the act is completed". */
  static final int COMPLETED = 3;

  /** Something was to be done before, and was not. */
  static final int PROHIBITED = 4;

  /** Nobody knows whether something was done. */
  static final int UNDETERMINED = 8;

  /** Something is to be done. */
  static final int CONDITIONAL = 16;

  /** Something may have to be done. */
  static final int PERHAPS = 32;

  private Due() {}

  /**
   * What has come of one more.
   *
   * @param truth of "it applies and is not defeated"
   * @param met the truth of "what it requires is done"
   */
  public static int next(int due, int truth, int met) {
    if (truth == Row.FALSE || met == Row.TRUE) {
      return due;
    }
    if (truth == Row.MAYBE) {
      return due | PERHAPS;
    }
    int completed = due & COMPLETED;
    return due
        | CONDITIONAL
        | (completed == Row.FALSE ? 0 : UNDETERMINED)
        | (completed == Row.TRUE && met == Row.FALSE ? PROHIBITED : 0);
  }
}

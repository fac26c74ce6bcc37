package org.hefu.engine;

/** Something that is told of flows, as a number: the outcome, or how a rule stands. */
interface Matter {
  int NONE = -1;

  /**
   * What it is for a flow; {@link #NONE} if nobody can tell.
   *
   * @param to to which that is added on which it hangs
   */
  int of(Reasoning flow, Ratio to);
}

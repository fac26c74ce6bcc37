package org.hefu.code;

import org.hefu.model.Row;

/**
 * Conditions of one policy that are code of their own. They read what a flow states, and keep what
 * they work out of it in another place, once for each flow: {@link #look} comes first, and all else
 * is asked of the same places. Threads may share the code, but not those.
 */
public abstract class Written {
  /**
   * The truth of a condition.
   *
   * @param number among those that were written
   * @param stated what the flow states, by slot
   * @param worked what has been worked out of it
   */
  public abstract int truth(int number, long[] stated, long[] worked);

  /**
   * The most that is true of "a ban applies and is not defeated". Begins a decision: whatever else
   * is asked of the same flow is asked after it.
   */
  public abstract int forbidden(long[] stated, long[] worked);

  /**
   * What the trees of questions come to, in one number: the first tree's, times how many the second
   * may come to, and the second's, and so on. {@link Tree#NONE} where one of them does not tell.
   *
   * @param small of what the flow states, that which bytes hold, as {@link Row#small} has it
   */
  public abstract long trees(long[] stated, long[] worked, byte[] small);

  /** What comes of all requirements. */
  public abstract int due(long[] stated, long[] worked);

  /** The most that is true of "some text speaks of the flow". */
  public abstract int governed(long[] stated, long[] worked);

  /**
   * How everything stands that holds, or may.
   *
   * @param found to be filled in, as {@link Standing#of} has it
   * @param guards each a truth, to be filled in
   * @return how many numbers were filled in
   */
  public abstract int standing(long[] stated, long[] worked, int[] found, byte[] guards);

  /**
   * Finds something out that is kept as several numbers. Always: of code that does not decide.
   *
   * @param found to be filled in
   */
  public abstract void look(long[] stated, long[] worked, int[] found);
}

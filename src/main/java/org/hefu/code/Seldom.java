package org.hefu.code;

/** What code asks seldom, and leaves to others to find out. Threads may share it. */
public interface Seldom {
  /**
   * A truth.
   *
   * @param number which
   * @param stated what the flow states, by slot
   * @param worked what has been worked out of it
   */
  int truth(int number, long[] stated, long[] worked);
}

package org.hefu.code;

/**
 * Entries that stand one behind the other, and what rows say of them: some words for each row, all
 * in one array. They stand in stretches, each of which begins with a word of its own. What is asked
 * of a block stands before its rows:
 *
 * <ul>
 *   <li>{@link #WIDTH}: how many words each row has; rows may have more than there are entries for,
 *   <li>from {@link #ENDS} on: behind which word each stretch ends; the first of these is where the
 *       first begins,
 *   <li>the row {@link #TELLING}: the bits that tell all if they are sure.
 * </ul>
 */
public final class Block {
  /** Where it is said how many words each row has. */
  public static final int WIDTH = 0;

  /** From here on it is said where stretches end. */
  public static final int ENDS = 1;

  /** The number of the row with the bits that tell all if they are sure. */
  public static final int TELLING = 1;

  /** The number of the first row that is looked up. */
  public static final int ROWS = 2;

  private Block() {}
}

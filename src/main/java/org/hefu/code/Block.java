package org.hefu.code;

/** Entries that stand one behind the other, and what rows say of them: some words for each row. */
public final class Block {
  /** So many words each row has. */
  final int width;

  /** The words of all rows. */
  final long[] bits;

  /** Of each word the bits that tell all if they are sure. */
  final long[] telling;

  private final int[] entries;

  /**
   * @param width how many words each row has
   * @param bits the words of all rows, one behind the other
   * @param telling of each word the bits that tell all if they are sure
   * @param entries of each bit the entry
   */
  public Block(int width, long[] bits, long[] telling, int[] entries) {
    this.width = width;
    this.bits = bits;
    this.telling = telling;
    this.entries = entries;
  }

  /** The entry of a bit of a word. */
  public int entry(int word, int bit) {
    return entries[word * Long.SIZE + bit];
  }
}

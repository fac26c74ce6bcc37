package org.hefu.code;

/** Who finds out of a word of bits what the bits tell too little of. Threads may share it. */
public interface Untold {
  /**
   * The most that is true of what has these bits.
   *
   * @param block what {@link Block} describes
   * @param word which of the block
   * @param found the bits; at least one
   * @param stated what the flow states, by slot
   * @param worked what has been worked out of it
   */
  int truth(long[] block, int word, long found, long[] stated, long[] worked);
}

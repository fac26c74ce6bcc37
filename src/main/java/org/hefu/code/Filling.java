package org.hefu.code;

/** What can be written as code and fills in a slot of the row: with a {@code long} in any case. */
public interface Filling extends Writable {
  /** The slot that it fills in. */
  int slot();
}

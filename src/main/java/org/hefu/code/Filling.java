package org.hefu.code;

/** What can be written as code and fills in a slot of the row: with a {@code long} in any case. */
public interface Filling extends Writable {
  /** The slot that it fills in. */
  int slot();

  /** May that take long, or fail, because others are asked? Then it must not be done in vain. */
  default boolean isDear() {
    return false;
  }
}

package org.hefu.code;

/** What can be written as code. */
public interface Writable {
  /** Writes what leaves its truth, an {@code int}, or its value, a {@code long}. */
  void write(Writing code);

  /** Roughly how many instructions that takes, each a call or a comparison. */
  int size();
}

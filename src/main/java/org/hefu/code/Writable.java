package org.hefu.code;

/** What can be written as code. */
public interface Writable {
  /** Writes what leaves its truth, an {@code int}, or its value, a {@code long}. */
  void write(Writing code);

  /** Equal for conditions that come to the same where they are written; else itself. */
  default Object key(Writing in) {
    return this;
  }

  /** Roughly how many instructions that takes, each a call or a comparison. */
  int size();
}

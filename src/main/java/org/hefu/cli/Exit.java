package org.hefu.cli;

/** What the exit code of a command means, besides those of outcomes. */
final class Exit {
  static final int FINE = 0;

  /** A flow or a file is bad, or a check did not pass. */
  static final int BAD_INPUT = 1;

  static final int BAD_POLICY = 2;
  static final int MISUSE = 64;
  static final int INTERNAL = 70;

  private Exit() {}
}

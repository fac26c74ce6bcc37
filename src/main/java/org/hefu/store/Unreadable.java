package org.hefu.store;

/** What was kept is not what was written, or was written by another program. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreadable() {
    super("what was kept cannot be read", null, false, false);
  }
}

package org.hefu.bench;

/** Three-valued logic as one writes it by hand: what is unknown lies between false and true. */
final class Truth {
  static final int FALSE = 0;
  static final int UNKNOWN = 1;
  static final int TRUE = 2;

  private Truth() {}

  static int of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  static int not(int truth) {
    return TRUE - truth;
  }

  static int and(int one, int other) {
    return Math.min(one, other);
  }

  static int and(int one, int two, int three) {
    return and(and(one, two), three);
  }

  static int and(int one, int two, int three, int four) {
    return and(and(one, two), and(three, four));
  }

  static int or(int one, int other) {
    return Math.max(one, other);
  }

  static int or(int one, int two, int three) {
    return or(or(one, two), three);
  }

  static int or(int one, int two, int three, int four) {
    return or(or(one, two), or(three, four));
  }

  /** Is it known to be true? */
  static int surely(int truth) {
    return truth == TRUE ? TRUE : FALSE;
  }
}

package org.hefu.code;

/** How something stands, in a number: what it is, and three truths of two bits each. */
public final class Standing {
  private static final int WHAT = 6;
  private static final int HOLDS = 4;
  private static final int COUNTS = 2;
  private static final int TRUTH = 3;

  private Standing() {}

  /** The number, which is the greater the later it comes. */
  public static int of(int what, int holds, int counts, int met) {
    return what << WHAT | holds << HOLDS | counts << COUNTS | met;
  }

  public static int what(int standing) {
    return standing >> WHAT;
  }

  public static int holds(int standing) {
    return standing >> HOLDS & TRUTH;
  }

  public static int counts(int standing) {
    return standing >> COUNTS & TRUTH;
  }

  public static int met(int standing) {
    return standing & TRUTH;
  }
}

package org.hefu.model;

/**
 * How values are held in a row of slots. A truth is {@link #FALSE}, {@link #MAYBE} or {@link
 * #TRUE}, so that <em>and</em> is the lesser, <em>or</em> the greater and <em>not</em> the
 * difference from two. Any other value is a number, or {@link #UNKNOWN}.
 */
public final class Row {
  public static final int FALSE = 0;
  public static final int MAYBE = 1;
  public static final int TRUE = 2;

  /** In place of any value but a truth. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** In the slot of a definition that nobody has worked out yet. */
  public static final long PENDING = Long.MIN_VALUE + 2;

  /** How many members of a set one slot holds. */
  public static final int BITS = 62;

  /** In place of {@link #UNKNOWN}, where a byte holds a value. */
  public static final byte SMALL_UNKNOWN = -1;

  private Row() {}

  /** The value that says that nothing is known of a fact of this type. */
  public static long unknown(Type type) {
    return type instanceof Type.Truth ? MAYBE : UNKNOWN;
  }

  /** The same in a byte, of a fact that {@linkplain Fact#isSmall is small}. */
  public static byte small(long value) {
    return value == UNKNOWN ? SMALL_UNKNOWN : (byte) value;
  }

  public static boolean isUnknown(Type type, long value) {
    return value == unknown(type);
  }
}

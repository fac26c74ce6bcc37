package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/**
 * The sum or the difference of two numbers. Always: numbers are small enough for sums not to
 * overflow.
 */
public final class SumNode extends ValueNode {
  @Child private ValueNode left;
  @Child private ValueNode right;
  private final boolean minus;

  public SumNode(ValueNode left, ValueNode right, boolean minus) {
    this.left = left;
    this.right = right;
    this.minus = minus;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    return known(left.execute(frame, row), right.execute(frame, row), minus);
  }

  /** The same, of what its parts come to. */
  public static long known(long one, long other, boolean minus) {
    return one == Row.UNKNOWN || other == Row.UNKNOWN ? Row.UNKNOWN : sum(one, other, minus);
  }

  static long sum(long one, long other, boolean minus) {
    long sum = minus ? one - other : one + other;
    // A sum of more terms than anyone writes stays at the limit instead of turning round.
    boolean overflows =
        minus ? ((one ^ other) & (one ^ sum)) < 0 : ((one ^ sum) & (other ^ sum)) < 0;
    return overflows ? (one < 0 ? Row.UNKNOWN + 1 : Long.MAX_VALUE) : sum;
  }

  @Override
  public void write(Writing code) {
    code.value(left).value(right).number(minus);
    code.call(SumNode.class, "known", long.class, long.class, long.class, boolean.class);
  }
}

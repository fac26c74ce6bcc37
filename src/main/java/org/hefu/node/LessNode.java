package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Is the left value less than, or where {@code orEqual} at most, the right one? */
public final class LessNode extends TruthNode {
  @Child private ValueNode left;
  @Child private ValueNode right;
  private final boolean orEqual;

  public LessNode(ValueNode left, ValueNode right, boolean orEqual) {
    this.left = left;
    this.right = right;
    this.orEqual = orEqual;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    long one = left.execute(frame, row);
    long other = right.execute(frame, row);
    if (one == Row.UNKNOWN || other == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return (orEqual ? one <= other : one < other) ? Row.TRUE : Row.FALSE;
  }

  @Override
  int cost() {
    return 4;
  }
}

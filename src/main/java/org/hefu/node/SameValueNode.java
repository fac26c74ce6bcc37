package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Are the two values equal? */
public final class SameValueNode extends TruthNode {
  @Child private ValueNode left;
  @Child private ValueNode right;

  public SameValueNode(ValueNode left, ValueNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    long one = left.execute(frame, row);
    long other = right.execute(frame, row);
    if (one == Row.UNKNOWN || other == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return one == other ? Row.TRUE : Row.FALSE;
  }

  @Override
  int cost() {
    return 4;
  }
}

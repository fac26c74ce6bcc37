package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Are the two truths equal? */
public final class SameTruthNode extends TruthNode {
  @Child private TruthNode left;
  @Child private TruthNode right;

  public SameTruthNode(TruthNode left, TruthNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    int one = left.execute(frame, row);
    int other = right.execute(frame, row);
    if (one == Row.MAYBE || other == Row.MAYBE) {
      return Row.MAYBE;
    }
    return one == other ? Row.TRUE : Row.FALSE;
  }

  @Override
  int cost() {
    return left.cost() + right.cost() + 2;
  }
}

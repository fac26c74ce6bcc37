package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
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
    return same(left.execute(frame, row), right.execute(frame, row));
  }

  /** The same, of what its parts come to. */
  public static int same(int one, int other) {
    if (one == Row.MAYBE || other == Row.MAYBE) {
      return Row.MAYBE;
    }
    return one == other ? Row.TRUE : Row.FALSE;
  }

  @Override
  int cost() {
    return left.cost() + right.cost() + 2;
  }

  @Override
  public void write(Writing code) {
    code.truth(left).truth(right);
    code.call(SameTruthNode.class, "same", int.class, int.class, int.class);
  }
}

package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.hefu.code.Writing;
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
    return same(left.execute(frame, row), right.execute(frame, row));
  }

  /** The same, of what its parts come to. */
  public static int same(long one, long other) {
    if (one == Row.UNKNOWN || other == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return one == other ? Row.TRUE : Row.FALSE;
  }

  @Override
  int cost() {
    return 4;
  }

  @Override
  public Object key(Writing in) {
    return List.of("same", left.key(in), right.key(in));
  }

  @Override
  public void write(Writing code) {
    code.value(left).value(right);
    code.call(SameValueNode.class, "same", int.class, long.class, long.class);
  }
}

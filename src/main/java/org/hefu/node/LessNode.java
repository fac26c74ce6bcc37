package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.hefu.code.Writing;
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
    return less(left.execute(frame, row), right.execute(frame, row), orEqual);
  }

  /** The same, of what its parts come to. */
  public static int less(long one, long other, boolean orEqual) {
    if (one == Row.UNKNOWN || other == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return (orEqual ? one <= other : one < other) ? Row.TRUE : Row.FALSE;
  }

  @Override
  int cost() {
    return 4;
  }

  @Override
  public Object key(Writing in) {
    return List.of("less", left.key(in), right.key(in), orEqual);
  }

  @Override
  public void write(Writing code) {
    code.value(left).value(right).number(orEqual);
    code.call(LessNode.class, "less", int.class, long.class, long.class, boolean.class);
  }
}

package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Is a value one of many? */
public final class OneOfNode extends TruthNode {
  @Child private ValueNode value;

  private final long[] sorted;

  /**
   * @param sorted the values, in order
   */
  public OneOfNode(ValueNode value, long[] sorted) {
    this.value = value;
    this.sorted = sorted;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return oneOf(value.execute(frame, row), sorted);
  }

  /** The same, of what its parts come to. */
  public static int oneOf(long one, long[] sorted) {
    if (one == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return isAmong(one, sorted) ? Row.TRUE : Row.FALSE;
  }

  @TruffleBoundary
  private static boolean isAmong(long one, long[] sorted) {
    return Arrays.binarySearch(sorted, one) >= 0;
  }

  @Override
  int cost() {
    return CHEAP;
  }

  @Override
  public void write(Writing code) {
    code.value(value).constant(sorted, long[].class);
    code.call(OneOfNode.class, "oneOf", int.class, long.class, long[].class);
  }
}

package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
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
    long one = value.execute(frame, row);
    if (one == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return isAmong(one) ? Row.TRUE : Row.FALSE;
  }

  @TruffleBoundary
  private boolean isAmong(long one) {
    return Arrays.binarySearch(sorted, one) >= 0;
  }

  @Override
  int cost() {
    return CHEAP;
  }
}

package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** The sum of the values whose conditions hold. */
public final class TotalNode extends ValueNode {
  @Children private final TruthNode[] conditions;
  @Children private final ValueNode[] values;

  /** Always: as many conditions as values. */
  public TotalNode(TruthNode[] conditions, ValueNode[] values) {
    this.conditions = conditions;
    this.values = values;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    return total(row);
  }

  // There may be as many as a list has rows.
  @TruffleBoundary
  private long total(long[] row) {
    long total = 0;
    for (int i = 0; i < conditions.length; i++) {
      int counts = conditions[i].execute(NoFrame.NONE, row);
      long value = counts == Row.TRUE ? values[i].execute(NoFrame.NONE, row) : 0;
      if (counts == Row.MAYBE || value == Row.UNKNOWN) {
        return Row.UNKNOWN;
      }
      total = SumNode.sum(total, value, false);
    }
    return total;
  }
}

package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
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
      total = total(total, counts, value);
      if (total == Row.UNKNOWN) {
        return total;
      }
    }
    return total;
  }

  /** With one value more, if that counts. */
  public static long total(long total, int counts, long value) {
    return switch (counts) {
      case Row.FALSE -> total;
      case Row.TRUE -> SumNode.known(total, value, false);
      default -> Row.UNKNOWN;
    };
  }

  @Override
  public void write(Writing code) {
    code.number(0L);
    if (code.refuses(conditions.length)) {
      return;
    }
    for (int i = 0; i < conditions.length; i++) {
      code.truth(conditions[i]).value(values[i]);
      code.call(TotalNode.class, "total", long.class, long.class, int.class, long.class);
    }
  }
}

package org.hefu.engine;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;
import org.hefu.model.Tally;
import org.hefu.node.StepNode;
import org.hefu.node.ValueNode;

/**
 * Compares a count with the flow while unknown facts are filled in. A count that the flow states is
 * what it states. Another is bounded by what the flow states of what it is made of, not by what is
 * filled in for that; where the flow does not count, it is the count before.
 */
final class CountNode extends StepNode {
  private final Tally tally;
  private final Tally.Comparison comparison;

  /** The row after all steps, with what the flow states. */
  private final long[] start;

  @Child private ValueNode limit;

  CountNode(Tally.Compared compared, long[] start) {
    this.tally = compared.tally();
    this.comparison = compared.comparison();
    this.start = start;
    this.limit = Lower.ALL.value(comparison.limit());
  }

  @Override
  public void execute(VirtualFrame frame, long[] row) {
    row[comparison.definition().slot()] =
        comparison.truth(tally.range(bounding(row)), limit.execute(frame, row));
  }

  private long[] bounding(long[] row) {
    int together = tally.together().slot();
    if (start[together] != Row.UNKNOWN) {
      return start;
    }
    long[] bounding = row.clone();
    if (row[tally.counts().slot()] == Row.FALSE) {
      bounding[together] = Row.UNKNOWN;
    } else {
      bounding[tally.before().slot()] = start[tally.before().slot()];
      bounding[tally.flow().slot()] = start[tally.flow().slot()];
    }
    return bounding;
  }
}

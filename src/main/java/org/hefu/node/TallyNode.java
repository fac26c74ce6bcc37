package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;
import org.hefu.model.Tally;

/**
 * Whether a count with the flow lies below a limit, or reaches it: the same as the definition that
 * the comparison is, in a fraction of its steps.
 */
public final class TallyNode extends TruthNode {
  private final int before;
  private final int flow;
  private final int together;
  private final int othersLeast;
  private final int othersMost;
  private final boolean orEqual;
  private final boolean reaches;
  @Child private TruthNode counts;
  @Child private ValueNode limit;

  public TallyNode(Tally tally, Tally.Comparison comparison, TruthNode counts, ValueNode limit) {
    this.before = tally.before().slot();
    this.flow = tally.flow().slot();
    this.together = tally.together().slot();
    this.othersLeast = tally.othersLeast().slot();
    this.othersMost = tally.othersMost().slot();
    this.orEqual = comparison.orEqual();
    this.reaches = comparison.reaches();
    this.counts = counts;
    this.limit = limit;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    long most = limit.execute(frame, row);
    int counted = counts.execute(frame, row);
    int below = Math.min(mostIsBelow(counted, row, most), leastIsBelow(counted, row, most));
    return reaches ? Row.TRUE - below : below;
  }

  /** The most it can be lies below, or the count itself does. */
  private int mostIsBelow(int counted, long[] row, long most) {
    boolean isOpen = row[together] == Row.UNKNOWN;
    boolean isBounded = row[before] != Row.UNKNOWN && row[othersMost] != Row.UNKNOWN;
    int truth = below(row[together], most);
    long others = sum(row[before], row[othersMost]);
    if (isOpen || (isBounded && counted != Row.MAYBE)) {
      truth = Math.max(truth, Math.min(Row.TRUE - counted, below(others, most)));
    }
    if (isOpen || (isBounded && row[flow] != Row.UNKNOWN)) {
      truth = Math.max(truth, below(sum(others, row[flow]), most));
    }
    return truth;
  }

  /** The least it can be lies below: none of those that surely count reaches the limit alone. */
  private int leastIsBelow(int counted, long[] row, long most) {
    boolean isStated = row[together] != Row.UNKNOWN;
    // What is unknown sets no lower bound to a count that is stated.
    int soFar = isStated && row[before] == Row.UNKNOWN ? Row.TRUE : below(row[before], most);
    int here =
        isStated && (row[flow] == Row.UNKNOWN || counted == Row.MAYBE)
            ? Row.TRUE
            : Math.max(below(row[flow], most), Row.TRUE - counted);
    return Math.min(soFar, Math.min(below(row[othersLeast], most), here));
  }

  private int below(long count, long most) {
    if (count == Row.UNKNOWN || most == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return count < most || (orEqual && count == most) ? Row.TRUE : Row.FALSE;
  }

  private static long sum(long one, long other) {
    return one == Row.UNKNOWN || other == Row.UNKNOWN
        ? Row.UNKNOWN
        : SumNode.sum(one, other, false);
  }

  @Override
  int cost() {
    return CHEAP;
  }
}

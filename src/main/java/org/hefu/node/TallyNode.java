package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
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
    return truth(
        limit.execute(frame, row),
        counts.execute(frame, row),
        row[together],
        row[before],
        row[flow],
        row[othersLeast],
        row[othersMost],
        orEqual,
        reaches);
  }

  /** The same, of what its parts come to and of what stands in the tally's slots. */
  public static int truth(
      long limit,
      int counted,
      long together,
      long before,
      long flow,
      long othersLeast,
      long othersMost,
      boolean orEqual,
      boolean reaches) {
    int most = mostIsBelow(limit, counted, together, before, flow, othersMost, orEqual);
    int least = leastIsBelow(limit, counted, together, before, flow, othersLeast, orEqual);
    int below = Math.min(most, least);
    return reaches ? Row.TRUE - below : below;
  }

  /** The most it can be lies below, or the count itself does. */
  private static int mostIsBelow(
      long limit,
      int counted,
      long together,
      long before,
      long flow,
      long othersMost,
      boolean orEqual) {
    boolean isOpen = together == Row.UNKNOWN;
    boolean isBounded = before != Row.UNKNOWN && othersMost != Row.UNKNOWN;
    int truth = below(together, limit, orEqual);
    long others = SumNode.known(before, othersMost, false);
    if (isOpen || (isBounded && counted != Row.MAYBE)) {
      truth = Math.max(truth, Math.min(Row.TRUE - counted, below(others, limit, orEqual)));
    }
    if (isOpen || (isBounded && flow != Row.UNKNOWN)) {
      truth = Math.max(truth, below(SumNode.known(others, flow, false), limit, orEqual));
    }
    return truth;
  }

  /** The least it can be lies below: none of those that surely count reaches the limit alone. */
  private static int leastIsBelow(
      long limit,
      int counted,
      long together,
      long before,
      long flow,
      long othersLeast,
      boolean orEqual) {
    boolean isStated = together != Row.UNKNOWN;
    // What is unknown sets no lower bound to a count that is stated.
    int soFar = isStated && before == Row.UNKNOWN ? Row.TRUE : below(before, limit, orEqual);
    int here =
        isStated && (flow == Row.UNKNOWN || counted == Row.MAYBE)
            ? Row.TRUE
            : Math.max(below(flow, limit, orEqual), Row.TRUE - counted);
    return Math.min(soFar, Math.min(below(othersLeast, limit, orEqual), here));
  }

  private static int below(long count, long limit, boolean orEqual) {
    return LessNode.less(count, limit, orEqual);
  }

  @Override
  int cost() {
    return CHEAP;
  }

  @Override
  public void write(Writing code) {
    code.value(limit).truth(counts);
    code.slot(together).slot(before).slot(flow).slot(othersLeast).slot(othersMost);
    code.number(orEqual).number(reaches);
    code.call(
        TallyNode.class,
        "truth",
        int.class,
        long.class,
        int.class,
        long.class,
        long.class,
        long.class,
        long.class,
        long.class,
        boolean.class,
        boolean.class);
  }
}

package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Period;
import org.hefu.model.Row;

/** How many days a date lies after another. */
public final class DaysNode extends ValueNode {
  @Child private ValueNode date;
  @Child private ValueNode since;

  public DaysNode(ValueNode date, ValueNode since) {
    this.date = date;
    this.since = since;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    long day = date.execute(frame, row);
    long from = since.execute(frame, row);
    return day == Row.UNKNOWN || from == Row.UNKNOWN ? Row.UNKNOWN : Period.DAYS.coded(day - from);
  }
}

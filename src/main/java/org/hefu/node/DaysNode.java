package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
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
    return days(date.execute(frame, row), since.execute(frame, row));
  }

  /** The same, of what its parts come to. */
  public static long days(long day, long from) {
    return day == Row.UNKNOWN || from == Row.UNKNOWN ? Row.UNKNOWN : Period.DAYS.coded(day - from);
  }

  @Override
  public void write(Writing code) {
    code.value(date).value(since);
    code.call(DaysNode.class, "days", long.class, long.class, long.class);
  }
}

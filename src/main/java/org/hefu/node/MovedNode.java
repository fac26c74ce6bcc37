package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.hefu.model.Period;
import org.hefu.model.Row;

/** A date moved by a length of time. Working days need a calendar, and none is loaded: unknown. */
public final class MovedNode extends ValueNode {
  @Child private ValueNode date;
  @Child private ValueNode by;
  private final boolean back;

  public MovedNode(ValueNode date, ValueNode by, boolean back) {
    this.date = date;
    this.by = by;
    this.back = back;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    long day = date.execute(frame, row);
    long length = by.execute(frame, row);
    if (day == Row.UNKNOWN || length == Row.UNKNOWN) {
      return Row.UNKNOWN;
    }
    return moved(day, Period.of(length), back ? -Period.amount(length) : Period.amount(length));
  }

  @TruffleBoundary
  private static long moved(long day, Period period, long amount) {
    try {
      LocalDate from = LocalDate.ofEpochDay(day);
      return switch (period) {
        case YEARS -> from.plusYears(amount).toEpochDay();
        case MONTHS -> from.plusMonths(amount).toEpochDay();
        case DAYS -> from.plusDays(amount).toEpochDay();
        case WORKING_DAYS -> Row.UNKNOWN;
      };
    } catch (DateTimeException outOfRange) {
      return Row.UNKNOWN;
    }
  }
}

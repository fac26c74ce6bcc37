package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.hefu.model.Calendar;
import org.hefu.model.Dates;
import org.hefu.model.Period;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/** A date moved by a length of time; unknown where the calendar does not tell the working days. */
public final class MovedNode extends ValueNode {
  @Child private ValueNode date;
  @Child private ValueNode by;
  private final boolean back;
  private final @Nullable Calendar calendar;

  public MovedNode(ValueNode date, ValueNode by, boolean back, @Nullable Calendar calendar) {
    this.date = date;
    this.by = by;
    this.back = back;
    this.calendar = calendar;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    return moved(date.execute(frame, row), by.execute(frame, row), back, calendar);
  }

  /** The same, of what its parts come to. */
  public static long moved(long day, long length, boolean back, @Nullable Calendar calendar) {
    if (day == Row.UNKNOWN || length == Row.UNKNOWN) {
      return Row.UNKNOWN;
    }
    return moved(
        day, Period.of(length), back ? -Period.amount(length) : Period.amount(length), calendar);
  }

  private static long moved(long day, Period period, long amount, @Nullable Calendar calendar) {
    return switch (period) {
      case YEARS -> Dates.plusYears(day, amount);
      case MONTHS -> Dates.plusMonths(day, amount);
      case DAYS -> Dates.plusDays(day, amount);
      case WORKING_DAYS -> working(day, amount, calendar);
    };
  }

  @TruffleBoundary
  private static long working(long day, long amount, @Nullable Calendar calendar) {
    return calendar != null ? calendar.moved(day, amount) : amount == 0 ? day : Row.UNKNOWN;
  }

  @Override
  public void write(Writing code) {
    code.value(date).value(by).number(back).constant(calendar, Calendar.class);
    code.call(
        MovedNode.class,
        "moved",
        long.class,
        long.class,
        long.class,
        boolean.class,
        Calendar.class);
  }
}

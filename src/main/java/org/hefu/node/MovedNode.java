package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.hefu.model.Calendar;
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
    long day = date.execute(frame, row);
    long length = by.execute(frame, row);
    if (day == Row.UNKNOWN || length == Row.UNKNOWN) {
      return Row.UNKNOWN;
    }
    return moved(day, Period.of(length), back ? -Period.amount(length) : Period.amount(length));
  }

  @TruffleBoundary
  private long moved(long day, Period period, long amount) {
    try {
      LocalDate from = LocalDate.ofEpochDay(day);
      return switch (period) {
        case YEARS -> from.plusYears(amount).toEpochDay();
        case MONTHS -> from.plusMonths(amount).toEpochDay();
        case DAYS -> from.plusDays(amount).toEpochDay();
        case WORKING_DAYS ->
            calendar != null ? calendar.moved(day, amount) : amount == 0 ? day : Row.UNKNOWN;
      };
    } catch (DateTimeException outOfRange) {
      return Row.UNKNOWN;
    }
  }
}

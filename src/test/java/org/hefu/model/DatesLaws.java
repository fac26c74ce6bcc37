package org.hefu.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Days are moved as {@link LocalDate} moves them. */
class DatesLaws {
  private static final long DAYS = 146_097;

  @Property(tries = 20_000)
  void nearDaysAreMovedAlike(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long day,
      @ForAll @LongRange(min = -5000, max = 5000) long amount) {
    same(day, amount);
  }

  @Property(tries = 5000)
  void anyDaysAreMovedAlike(@ForAll long day, @ForAll long amount) {
    same(day, amount);
    same(day % 400_000_000_000L, amount % 30_000_000_000L);
  }

  @Test
  void everyDayOfAllYearsIsMovedAlike() {
    for (long day = -DAYS; day < DAYS; day++) {
      for (long months : new long[] {-13, -1, 0, 1, 6, 11, 12, 48}) {
        assertEquals(
            LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay(),
            Dates.plusMonths(day, months));
      }
    }
  }

  private static void same(long day, long amount) {
    assertEquals(moved(day, d -> d.plusDays(amount)), Dates.plusDays(day, amount));
    assertEquals(moved(day, d -> d.plusMonths(amount)), Dates.plusMonths(day, amount));
    assertEquals(moved(day, d -> d.plusYears(amount)), Dates.plusYears(day, amount));
  }

  private static long moved(long day, Function<LocalDate, LocalDate> by) {
    try {
      return by.apply(LocalDate.ofEpochDay(day)).toEpochDay();
    } catch (DateTimeException | ArithmeticException outOfRange) {
      return Row.UNKNOWN;
    }
  }
}

package org.hefu.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hefu.model.Calendar.Range;

/** Going working day by working day comes to the same as looking it up. */
class CalendarLaws {
  /** Two stretches of days from 100 on, with a gap between them. */
  private static Calendar calendar(List<Boolean> first, int gap, List<Boolean> second) {
    int from = 100 + first.size() + gap;
    return new Calendar(List.of(range(100, first), range(from, second)));
  }

  private static Range range(int from, List<Boolean> working) {
    List<Long> days = new ArrayList<>();
    for (int i = 0; i < working.size(); i++) {
      if (working.get(i)) {
        days.add((long) from + i);
      }
    }
    return new Range(from, from + working.size() - 1, days);
  }

  @Property
  void movedIsCountedDayByDay(
      @ForAll @Size(min = 1, max = 30) List<Boolean> first,
      @ForAll @IntRange(min = 1, max = 5) int gap,
      @ForAll @Size(min = 1, max = 30) List<Boolean> second,
      @ForAll @IntRange(min = 90, max = 180) int day,
      @ForAll @IntRange(min = -20, max = 20) int by) {
    Calendar calendar = calendar(first, gap, second);
    assertEquals(counted(calendar, day, by), calendar.moved(day, by));
  }

  private static long counted(Calendar calendar, long day, long by) {
    long at = day;
    for (long left = Math.abs(by); left > 0; ) {
      at += Long.signum(by);
      if (!calendar.covers(at)) {
        return Row.UNKNOWN;
      }
      left -= calendar.isWorkingDay(at) ? 1 : 0;
    }
    return at;
  }

  @Property
  void thereAndBackEndsOnTheDayIfItIsAWorkingDay(
      @ForAll @Size(min = 20, max = 60) List<Boolean> working,
      @ForAll @IntRange(min = 100, max = 160) int day,
      @ForAll @IntRange(min = -10, max = 10) int by) {
    Calendar calendar = new Calendar(List.of(range(100, working)));
    long there = calendar.moved(day, by);
    if (calendar.isWorkingDay(day) && there != Row.UNKNOWN) {
      assertEquals(day, calendar.moved(there, -by));
    }
  }

  @Example
  void theDayBeforeItsFirstAndTheDayAfterItsLastMayBeginTheWay() {
    Calendar calendar = new Calendar(List.of(range(100, List.of(true, false, true))));
    assertEquals(100, calendar.moved(99, 1));
    assertEquals(102, calendar.moved(103, -1));
    assertEquals(Row.UNKNOWN, calendar.moved(98, 1));
    assertEquals(Row.UNKNOWN, calendar.moved(102, 1));
    assertEquals(7, calendar.moved(7, 0));
  }
}

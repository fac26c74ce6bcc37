package org.hefu.model;

import java.time.LocalDate;

/**
 * Days since 1970-01-01, moved as {@link LocalDate} moves them, but without an object for each: a
 * decision allocates nothing.
 */
public final class Dates {
  private static final int MONTHS = 12;

  /** The last month of a year that begins in March, so that a leap day is its last day. */
  private static final int FEBRUARY = 11;

  private static final long YEAR = 365;
  private static final long CYCLE_YEARS = 400;
  private static final long CYCLE = CYCLE_YEARS * YEAR + CYCLE_YEARS / 4 - 3;

  /** Moves from 1970-01-01 to the first day of March of the year 0. */
  private static final long MARCH = -LocalDate.of(0, 3, 1).toEpochDay();

  private static final long FIRST = LocalDate.MIN.toEpochDay();
  private static final long LAST = LocalDate.MAX.toEpochDay();

  /** Beyond this, every date is left behind. */
  private static final long FAR = LAST - FIRST;

  private Dates() {}

  /** The day so many days later; {@link Row#UNKNOWN} outside of the calendar. */
  public static long plusDays(long day, long days) {
    return isDate(day) && isNear(days) ? date(day + days) : Row.UNKNOWN;
  }

  /**
   * The same day so many months later, or the last one of that month; {@link Row#UNKNOWN} outside
   * of the calendar.
   */
  public static long plusMonths(long day, long months) {
    if (!isDate(day) || !isNear(months)) {
      return Row.UNKNOWN;
    }
    long since = day + MARCH;
    long cycle = Math.floorDiv(since, CYCLE);
    long inCycle = since - cycle * CYCLE;
    // Leap days make that one too many at most.
    long year = Math.min(inCycle / YEAR, CYCLE_YEARS - 1);
    if (yearStart(year) > inCycle) {
      year--;
    }
    long inYear = inCycle - yearStart(year);
    long month = (5 * inYear + 2) / 153;
    long inMonth = inYear - monthStart(month);
    long to = (cycle * CYCLE_YEARS + year) * MONTHS + month + months;
    long toYear = Math.floorDiv(to, MONTHS);
    long toMonth = to - toYear * MONTHS;
    long last = length(toYear, toMonth) - 1;
    long toCycle = Math.floorDiv(toYear, CYCLE_YEARS);
    return date(
        toCycle * CYCLE
            + yearStart(toYear - toCycle * CYCLE_YEARS)
            + monthStart(toMonth)
            + Math.min(inMonth, last)
            - MARCH);
  }

  /** The same day so many years later, or the 28th of February for the 29th. */
  public static long plusYears(long day, long years) {
    return isNear(years) ? plusMonths(day, years * MONTHS) : Row.UNKNOWN;
  }

  private static boolean isDate(long day) {
    return day >= FIRST && day <= LAST;
  }

  private static boolean isNear(long amount) {
    return amount >= -FAR && amount <= FAR;
  }

  private static long date(long day) {
    return isDate(day) ? day : Row.UNKNOWN;
  }

  /** How many days of a cycle lie before one of its years. */
  private static long yearStart(long year) {
    return year * YEAR + year / 4 - year / 100;
  }

  /** How many days of a year lie before a month, March being 0: 31, 30, 31, 30, 31, again. */
  private static long monthStart(long month) {
    return (153 * month + 2) / 5;
  }

  private static long length(long year, long month) {
    if (month < FEBRUARY) {
      return monthStart(month + 1) - monthStart(month);
    }
    long next = year + 1;
    return next % 4 == 0 && (next % 100 != 0 || next % CYCLE_YEARS == 0) ? 29 : 28;
  }
}

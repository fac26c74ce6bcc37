package org.hefu.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** Which days are working days, as far as calendars say; days count from 1970-01-01. */
public final class Calendar {
  /** For each range, its first and last day, and the working days in it. */
  private final long[] firsts;

  private final long[] lasts;
  private final long[][] workingDays;

  /** A range of days, both included, and the working days in it, in order. */
  public record Range(long first, long last, List<Long> workingDays) {}

  /** Always: the ranges are in order, and none touches another. */
  public Calendar(List<Range> ranges) {
    firsts = ranges.stream().mapToLong(Range::first).toArray();
    lasts = ranges.stream().mapToLong(Range::last).toArray();
    workingDays =
        ranges.stream()
            .map(r -> r.workingDays().stream().mapToLong(d -> d).toArray())
            .toArray(long[][]::new);
  }

  /** What it was made of. */
  public List<Range> ranges() {
    return IntStream.range(0, firsts.length)
        .mapToObj(
            i -> new Range(firsts[i], lasts[i], Arrays.stream(workingDays[i]).boxed().toList()))
        .toList();
  }

  /** The question that is open where no calendar tells the working days. */
  public static Question open(Span asked) {
    Bilingual said =
        new Bilingual(
            "所涉日期的工作日（已载入的工作日历未涵盖）",
            "the working days there (no calendar that is loaded covers them)");
    Bilingual authority = new Bilingual("国务院办公厅", "General Office of the State Council");
    return new Question(
        Names.of("working_days", List.of(), said), authority, Bilingual.NONE, asked);
  }

  /** Is it known whether this is a working day? */
  public boolean covers(long day) {
    for (int i = 0; i < firsts.length; i++) {
      if (firsts[i] <= day && day <= lasts[i]) {
        return true;
      }
    }
    return false;
  }

  public boolean isWorkingDay(long day) {
    return Arrays.stream(workingDays).anyMatch(days -> Arrays.binarySearch(days, day) >= 0);
  }

  /**
   * The day that lies so many working days after another, which does not count itself, or before it
   * where {@code by} is negative; {@link Row#UNKNOWN} where the way leaves what is covered.
   */
  public long moved(long day, long by) {
    if (by == 0) {
      return day;
    }
    for (int i = 0; i < firsts.length; i++) {
      boolean onTheWay =
          by > 0 ? firsts[i] - 1 <= day && day < lasts[i] : firsts[i] < day && day <= lasts[i] + 1;
      if (onTheWay) {
        return moved(workingDays[i], day, by);
      }
    }
    return Row.UNKNOWN;
  }

  private static long moved(long[] workingDays, long day, long by) {
    int at = Arrays.binarySearch(workingDays, day);
    // The first working day after the day, and the last before it.
    int after = at >= 0 ? at + 1 : -at - 1;
    int before = at >= 0 ? at - 1 : -at - 2;
    long there = by > 0 ? after + by - 1 : before + by + 1;
    return there >= 0 && there < workingDays.length ? workingDays[(int) there] : Row.UNKNOWN;
  }
}

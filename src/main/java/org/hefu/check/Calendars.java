package org.hefu.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hefu.model.Calendar;
import org.hefu.model.Row;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Property.Value;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes one calendar of the lists that tell working days: Mondays to Fridays are, but for the days
 * that a list names.
 */
final class Calendars {
  private final World world;

  /** For each first day, what is covered from there. */
  private final TreeMap<Long, Covered> covered = new TreeMap<>();

  private record Covered(Calendar.Range range, Span place) {}

  Calendars(World world) {
    this.world = world;
  }

  /**
   * @param record where the list names its record
   * @param isLoaded does its file say something?
   */
  void add(
      Span record,
      Span place,
      List<Listing.Column> columns,
      List<List<Listing.Value>> rows,
      boolean isLoaded,
      Value.Dates dates) {
    int day = -1;
    int working = -1;
    int days = 0;
    for (int i = 0; i < columns.size(); i++) {
      Listing.Column column = columns.get(i);
      if (column.type() instanceof Type.Date) {
        day = i;
        days++;
      } else if (column.type() instanceof Type.Truth && column.names().isCalled("working")) {
        working = i;
      }
    }
    if (days != 1 || working < 0) {
      world.report(
          Problem.of(Code.WRONG_PROPERTY, record, "record", new Phrase("a-calendar-record")));
      return;
    }
    if (!isLoaded) {
      return;
    }
    long last = dates.to().orElseThrow();
    Map<Long, Boolean> exceptions = new HashMap<>();
    Map<Long, Span> seen = new HashMap<>();
    for (List<Listing.Value> row : rows) {
      exception(row.get(day), row.get(working), columns.get(day), columns.get(working), dates)
          .forEach((on, isWorking) -> exceptions.merge(on, isWorking, (one, _) -> one));
      Span first = seen.putIfAbsent(row.get(day).value(), row.get(day).span());
      if (first != null && row.get(day).value() != Row.UNKNOWN) {
        world.report(Problem.of(Code.DAY_TWICE, row.get(day).span()).related(first, "first-here"));
      }
    }
    cover(
        new Calendar.Range(dates.from(), last, workingDays(dates.from(), last, exceptions)), place);
  }

  private Map<Long, Boolean> exception(
      Listing.Value day,
      Listing.Value working,
      Listing.Column days,
      Listing.Column workings,
      Value.Dates dates) {
    if (day.value() == Row.UNKNOWN || working.value() == Row.MAYBE) {
      empty(day, days, Row.UNKNOWN);
      empty(working, workings, Row.MAYBE);
      return Map.of();
    }
    if (day.value() < dates.from() || day.value() > dates.to().orElseThrow()) {
      world.report(
          Problem.of(
              Code.DAY_OUTSIDE,
              day.span(),
              LocalDate.ofEpochDay(dates.from()),
              LocalDate.ofEpochDay(dates.to().orElseThrow())));
      return Map.of();
    }
    return Map.of(day.value(), working.value() == Row.TRUE);
  }

  /** What a calendar leaves empty would be a day of which nothing is known. */
  private void empty(Listing.Value value, Listing.Column column, long unknown) {
    if (value.value() == unknown && value.text().isEmpty()) {
      world.report(
          Problem.of(
              Code.WRONG_VALUE,
              value.span(),
              Types.said(column.type()),
              column.names().name(),
              new Phrase("nothing")));
    }
  }

  private static List<Long> workingDays(long first, long last, Map<Long, Boolean> exceptions) {
    List<Long> workingDays = new ArrayList<>();
    for (long day = first; day <= last; day++) {
      DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
      boolean usually = weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
      if (exceptions.getOrDefault(day, usually)) {
        workingDays.add(day);
      }
    }
    return workingDays;
  }

  private void cover(Calendar.Range range, Span place) {
    for (Covered other : covered.values()) {
      long first = Math.max(range.first(), other.range().first());
      if (first <= Math.min(range.last(), other.range().last())) {
        world.report(
            Problem.of(Code.CALENDAR_TWICE, place, LocalDate.ofEpochDay(first))
                .related(other.place(), "first-here"));
        return;
      }
    }
    covered.put(range.first(), new Covered(range, place));
  }

  /** The calendar; none where no list is one. Ranges that touch become one. */
  @Nullable Calendar calendar() {
    List<Calendar.Range> ranges = new ArrayList<>();
    for (Covered each : covered.values()) {
      Calendar.Range range = each.range();
      if (!ranges.isEmpty() && ranges.getLast().last() + 1 == range.first()) {
        Calendar.Range before = ranges.removeLast();
        List<Long> days = new ArrayList<>(before.workingDays());
        days.addAll(range.workingDays());
        range = new Calendar.Range(before.first(), range.last(), days);
      }
      ranges.add(range);
    }
    return ranges.isEmpty() ? null : new Calendar(ranges);
  }
}

package org.hefu.seek;

import java.time.LocalDate;
import java.util.Optional;
import org.hefu.model.Type;

/**
 * The values of a type that has an order and is too long to go through, as places from first to
 * last.
 *
 * @param step how far two neighbouring values lie apart
 * @param offset the value at place 0
 */
record Line(long first, long last, long step, long offset) {
  private static final long LARGEST = 100_000_000_000_000_000L;
  private static final long LONGEST = 999_999_999L;

  static Optional<Line> of(Type type) {
    return switch (type) {
      // What is counted in something is never less than nothing.
      case Type.Number(var unit) ->
          Optional.of(new Line(unit.isPresent() ? 0 : -LARGEST, LARGEST, 1, 0));
      case Type.Date _ ->
          Optional.of(
              new Line(
                  LocalDate.of(1, 1, 1).toEpochDay(),
                  LocalDate.of(9999, 12, 31).toEpochDay(),
                  1,
                  0));
      case Type.Duration(var period) ->
          period.map(p -> new Line(-LONGEST, LONGEST, p.coded(1) - p.coded(0), p.coded(0)));
      default -> Optional.empty();
    };
  }

  long value(long place) {
    return offset + place * step;
  }
}

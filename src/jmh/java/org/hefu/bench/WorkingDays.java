package org.hefu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Working days in mainland China, by the notices of 2024 to 2026. */
final class WorkingDays {
  private static final int FIRST_YEAR = 2024;
  private static final int LAST_YEAR = 2026;

  /** The days that are not what their weekday says. */
  private static final Map<LocalDate, Boolean> SPECIAL = special();

  private WorkingDays() {}

  private static Map<LocalDate, Boolean> special() {
    Map<LocalDate, Boolean> special = new HashMap<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      String file = "/stdlib/hefu/calendar/" + year + ".csv";
      try (InputStream in =
          Objects.requireNonNull(WorkingDays.class.getResourceAsStream(file), file)) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .forEach(cells -> special.put(LocalDate.parse(cells[0]), cells[1].equals("是")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return special;
  }

  /** So many working days before a day; null where no notice tells. */
  static @Nullable LocalDate before(LocalDate day, int count) {
    LocalDate at = day;
    int left = count;
    while (left > 0) {
      at = at.minusDays(1);
      if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
        return null;
      }
      left -= isWorking(at) ? 1 : 0;
    }
    return at;
  }

  private static boolean isWorking(LocalDate day) {
    Boolean said = SPECIAL.get(day);
    return said != null
        ? said
        : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}

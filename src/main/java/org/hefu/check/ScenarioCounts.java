package org.hefu.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hefu.model.Fact;
import org.hefu.model.Row;
import org.hefu.model.Scenario;
import org.hefu.model.Tally;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Span;

/** Reports counts of a scenario that contradict each other. */
final class ScenarioCounts {
  private ScenarioCounts() {}

  static void check(World world, Map<Fact, long[]> given, List<Scenario.Part> parts, Span place) {
    for (Symbol.OfTally symbol : world.tallies) {
      Tally tally = symbol.worked;
      if (tally == null || value(tally.together(), given) == Row.UNKNOWN) {
        continue;
      }
      long[] flows =
          parts.isEmpty()
              ? new long[] {value(tally.flow(), given)}
              : parts.stream().mapToLong(p -> value(tally.flow(), p, given)).toArray();
      Tally.Range range = Tally.range(value(tally.before(), given), flows);
      if (!range.holds(value(tally.together(), given))) {
        world.report(
            Problem.of(
                Code.CONTRADICTORY_COUNT,
                place,
                tally.together().name(),
                said(range.least()),
                range.most() == Row.UNKNOWN ? "∞" : said(range.most()),
                tally.before().name(),
                tally.flow().name()));
      }
    }
  }

  private static long value(Fact fact, Map<Fact, long[]> given) {
    long[] values = given.get(fact);
    return values == null ? Row.UNKNOWN : values[0];
  }

  private static long value(Fact fact, Scenario.Part part, Map<Fact, long[]> given) {
    return value(fact, part.given().containsKey(fact) ? part.given() : given);
  }

  private static String said(long count) {
    return BigDecimal.valueOf(count, 4).stripTrailingZeros().toPlainString();
  }
}

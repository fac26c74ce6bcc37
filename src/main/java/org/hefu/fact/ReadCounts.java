package org.hefu.fact;

import java.util.List;
import java.util.Map;
import org.hefu.model.Fact;
import org.hefu.model.Row;
import org.hefu.model.Tally;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** Reports counts of a flow that contradict each other. */
final class ReadCounts {
  private ReadCounts() {}

  /**
   * @param parts of the flow; none where it is one
   * @param stated where each of the common facts is stated
   */
  static void check(
      Facts facts, List<Facts.Part> parts, Map<Fact, Span> stated, List<Problem> problems) {
    for (Tally tally : facts.policy().tallies()) {
      Span place = stated.get(tally.together());
      if (place == null || !facts.isKnown(tally.together())) {
        continue;
      }
      long before = facts.value(tally.before());
      long[] flows =
          parts.isEmpty()
              ? new long[] {facts.value(tally.flow())}
              : parts.stream().mapToLong(p -> p.facts().value(tally.flow())).toArray();
      Tally.Range range = Tally.range(before, flows);
      if (!range.holds(facts.value(tally.together()))) {
        Problem problem =
            Problem.of(
                Code.CONTRADICTORY_COUNT,
                place,
                tally.together().name(),
                said(range.least(), tally),
                range.most() == Row.UNKNOWN ? "∞" : said(range.most(), tally),
                tally.before().name(),
                tally.flow().name());
        if (!problems.contains(problem)) {
          problems.add(problem);
        }
      }
    }
  }

  private static Bilingual said(long count, Tally tally) {
    return Facts.counted(count, (Type.Number) tally.before().type());
  }
}

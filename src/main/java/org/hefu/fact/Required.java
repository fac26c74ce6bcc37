package org.hefu.fact;

import java.util.List;
import org.hefu.model.Fact;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Report;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** What a flow must state, so that there is something to decide. */
public final class Required {
  /** Facts that a program states by hand stand in no text. */
  private static final Span NOWHERE = new Span(new Source("flow", ""), 0, 0);

  private Required() {}

  /**
   * Refuses facts that lack some of it.
   *
   * @throws IllegalArgumentException with a line for each
   */
  public static void check(Facts facts) {
    if (!facts.hasRequired()) {
      List<Problem> problems = facts.lacking().stream().map(f -> missing(f, NOWHERE)).toList();
      throw new IllegalArgumentException(Report.message(problems));
    }
  }

  /** It must be stated here. */
  static Problem missing(Fact fact, Span at) {
    Problem problem = Problem.of(Code.MISSING_FACT, at, fact.name());
    return fact.question().isEmpty() ? problem : problem.help("question", fact.question());
  }
}

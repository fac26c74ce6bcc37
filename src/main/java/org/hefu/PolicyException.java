package org.hefu;

import java.util.List;
import java.util.Locale;
import org.hefu.problem.Problem;
import org.hefu.problem.Report;
import org.hefu.text.Language;

/** A policy or a flow with errors. The message has a line for each problem. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // problems are records; an exception that travels keeps its message
  private final List<Problem> problems;

  PolicyException(List<Problem> problems) {
    super(new Report(Language.of(Locale.getDefault()), false).lines(problems).stripTrailing());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in order of place. */
  public List<Problem> problems() {
    return problems;
  }
}

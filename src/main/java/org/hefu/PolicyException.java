package org.hefu;

import java.util.List;
import org.hefu.problem.Problem;
import org.hefu.problem.Report;

/** A policy, a flow or a question with errors. The message has a line for each problem. */
public final class PolicyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // problems are records; an exception that travels keeps its message
  private final List<Problem> problems;

  PolicyException(List<Problem> problems) {
    super(Report.message(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in order of place. */
  public List<Problem> problems() {
    return problems;
  }
}

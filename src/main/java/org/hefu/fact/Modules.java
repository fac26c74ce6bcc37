package org.hefu.fact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hefu.model.Instrument;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Report;
import org.hefu.text.Nearest;
import org.hefu.text.Source;

/** The modules that a question is put to. */
public final class Modules {
  /** What stands before them on a command line. */
  public static final String OPTION = "--using";

  private Modules() {}

  /**
   * Refuses those that have no text in the policy.
   *
   * @throws IllegalArgumentException with a line for each
   */
  public static void check(Set<String> using, Policy policy) {
    List<Problem> problems = problems(using, policy);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(Report.message(problems));
    }
  }

  /** One problem for each that has no text in the policy: nothing could come of asking it. */
  public static List<Problem> problems(Collection<String> using, Policy policy) {
    Set<String> known = withText(policy);
    return using.stream()
        .filter(module -> !known.contains(module))
        .map(module -> {
          Source source = new Source(OPTION, module);
          return Problem.of(Code.UNKNOWN_MODULE, source.span(0, module.length()), module)
              .nearest(Nearest.to(module, known));
        })
        .toList();
  }

  /** Those that have a text in the policy. */
  public static Set<String> withText(Policy policy) {
    return policy.instruments().stream()
        .map(Instrument::module)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

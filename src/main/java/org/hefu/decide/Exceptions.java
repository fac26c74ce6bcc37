package org.hefu.decide;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;

/**
 * The exemptions and permissions that could have changed the answer, and which of their elements
 * fail.
 */
final class Exceptions {
  private Exceptions() {}

  static void write(Decision decision, Page page) {
    if (decision.outcome() == Outcome.PERMITTED || decision.outcome() == Outcome.UNREGULATED) {
      return;
    }
    Set<Integer> reaching = new HashSet<>();
    Set<int[]> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding finding : decision.findings()) {
      for (int[] defeaters : decision.policy().defeaters().get(finding.rule().index())) {
        if (finding.operative() && done.add(defeaters)) {
          for (int defeater : defeaters) {
            reaching.add(defeater);
          }
        }
      }
    }
    Set<String> told = new HashSet<>();
    List<Finding> tried =
        decision.findings().stream()
            .filter(f -> reaching.contains(f.rule().index()) && !f.operative())
            .filter(f -> f.standing() == Standing.NOT_APPLIED || f.standing() == Standing.UNKNOWN)
            .filter(f -> told.add(f.rule().name()))
            .toList();
    if (tried.isEmpty()) {
      return;
    }
    page.heading("exceptions");
    tried.forEach(f -> exception(f, decision.elements(f), page));
  }

  private static void exception(Finding finding, List<Element> elements, Page page) {
    Rule rule = finding.rule();
    Truth worst = finding.standing() == Standing.NOT_APPLIED ? Truth.FALSE : Truth.UNKNOWN;
    String said =
        Cite.rule(rule, page.language()) + page.say("dot") + rule.names().in(page.language());
    page.item(2, Condition.mark(worst), Condition.style(worst), Style.PLAIN, said);
    Condition.table(elements.stream().filter(e -> e.speaksFor() == worst).toList(), 4, page);
  }
}

package org.hefu.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Element.Part;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;

/** The norms on which the answer rests: where each stands, and what met each of its elements. */
final class Norms {
  private Norms() {}

  static void write(Decision decision, Page page) {
    Set<String> told = new HashSet<>();
    List<Finding> operative =
        decision.findings().stream()
            .filter(f -> f.operative() && told.add(f.rule().name()))
            .toList();
    if (operative.isEmpty()) {
      return;
    }
    boolean isOpen = decision.outcome() == Outcome.UNDETERMINED;
    page.heading(decision.isUnsettled() ? "clashing-norms" : isOpen ? "open-norms" : "norms");
    if (Tested.holds(decision) && operative.stream().anyMatch(Tested::isAlternative)) {
      page.text(2, page.say("either-norm"));
      page.gap();
    }
    boolean first = true;
    for (Finding finding : operative) {
      if (!first) {
        page.gap();
      }
      norm(finding, decision.elements(finding), page);
      first = false;
    }
  }

  private static void norm(Finding finding, List<Element> elements, Page page) {
    Rule rule = finding.rule();
    page.text(2, Style.STRONG, Cite.rule(rule, page.language()));
    page.text(2, rule.names().in(page.language()));
    page.text(2, Style.FAINT, standing(rule.instrument(), page) + page.say("dot") + rule.name());
    Condition.table(elements.stream().filter(e -> isTold(e, finding)).toList(), 4, page);
  }

  /**
   * Of a norm that is open only what leaves it open; and that a text is in force goes without
   * saying.
   */
  private static boolean isTold(Element element, Finding finding) {
    boolean met = element.speaksFor() == Truth.TRUE;
    return !met || (finding.standing() != Standing.UNKNOWN && element.part() != Part.IN_FORCE);
  }

  /** Rank, issuer and since when: what weight the text has. */
  static String standing(Instrument instrument, Page page) {
    String dot = page.say("dot");
    String issuer = instrument.issuer().in(page.language());
    String until =
        instrument.to() == Long.MAX_VALUE ? "" : page.say("until", Texts.date(instrument.to()));
    String weight =
        instrument.rank().label().in(page.language()) + (issuer.isEmpty() ? "" : dot + issuer);
    if (instrument.isDraft()) {
      return weight + dot + page.say("draft-only");
    }
    return weight + dot + page.say("since", Texts.date(instrument.from())) + until;
  }
}

package org.hefu.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Rule;

/** The rules that would have applied but for others, and by what right those come first. */
final class Defeats {
  private Defeats() {}

  static void write(Decision decision, Page page) {
    Set<String> told = new HashSet<>();
    List<Finding> defeated =
        decision.findings().stream()
            .filter(f -> f.standing() == Standing.DEFEATED && told.add(f.rule().name()))
            .toList();
    if (defeated.isEmpty()) {
      return;
    }
    page.heading("defeated");
    for (Finding finding : defeated) {
      Rule rule = finding.rule();
      String said =
          Cite.rule(rule, page.language()) + page.say("dot") + rule.names().in(page.language());
      page.item(2, "–", Style.PLAIN, Style.PLAIN, said);
      for (Rule by : finding.defeatedBy()) {
        page.text(
            4,
            page.say(
                "defeated-by", Cite.rule(by, page.language()), page.say("why." + why(by, rule))));
      }
    }
  }

  /** By what right one rule defeats another. */
  static String why(Rule by, Rule defeated) {
    if (by.instrument().isSameAs(defeated.instrument())) {
      return "same-instrument";
    }
    if (by.instrument().rank().isAbove(defeated.instrument().rank())) {
      return "higher-rank";
    }
    return defeated.yieldsTo().to(by.instrument()) ? "yields" : "overrides";
  }
}

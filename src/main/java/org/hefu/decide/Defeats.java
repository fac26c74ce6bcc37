package org.hefu.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Rule;

/** The rules that would have applied but for others, and by what right those come first. */
final class Defeats {
  /** How many of those that defeat a rule are told one by one. */
  static final int TOLD = 50;

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
      List<Rule> all = finding.defeatedBy();
      for (Rule by : all.subList(0, Math.min(TOLD, all.size()))) {
        page.text(
            4,
            page.say(
                "defeated-by", Cite.rule(by, page.language()), page.say("why." + why(by, rule))));
      }
      if (all.size() > TOLD) {
        page.text(4, page.say("defeated-by-more", all.size() - TOLD));
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

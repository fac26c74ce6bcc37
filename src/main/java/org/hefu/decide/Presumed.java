package org.hefu.decide;

import org.hefu.decide.Page.Style;

/** Facts that nobody stated and that a rule filled. */
final class Presumed {
  private Presumed() {}

  static void write(Decision decision, Page page) {
    if (decision.presumptions().isEmpty()) {
      return;
    }
    page.heading("presumptions");
    for (Presumption each : decision.presumptions()) {
      String by = page.say("by-in-brackets", Cite.rule(each.rule(), page.language()));
      page.item(2, "•", Style.PLAIN, Style.PLAIN, Condition.fact(each.value(), page) + by);
    }
  }
}

package org.hefu.decide;

import java.util.List;
import org.hefu.decide.Page.Style;

/** Duties whose last day is past and which are not fulfilled: breaches, whatever the answer. */
final class Overdue {
  private Overdue() {}

  static void write(Decision decision, Page page) {
    List<Deadline> overdue =
        decision.deadlines().stream().filter(d -> d.overdue() == Truth.TRUE).toList();
    if (overdue.isEmpty()) {
      return;
    }
    page.heading("overdue");
    for (Deadline each : overdue) {
      String due = each.due().map(Object::toString).orElse("");
      String by = page.say("by-in-brackets", Cite.rule(each.rule(), page.language()));
      String said = page.say("was-due", Afterwards.said(each.rule().effect(), page), due);
      page.item(2, "✗", Style.BAD, Style.PLAIN, said + by);
    }
  }
}

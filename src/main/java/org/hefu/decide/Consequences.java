package org.hefu.decide;

import java.util.LinkedHashSet;
import java.util.Set;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;

/** What the texts themselves name for going ahead against them. */
final class Consequences {
  private Consequences() {}

  static void write(Decision decision, Page page) {
    Set<String> said = new LinkedHashSet<>();
    boolean isOpposed =
        decision.outcome() != Outcome.PERMITTED && decision.outcome() != Outcome.UNREGULATED;
    decision.findings().stream()
        .filter(f ->
            isOpposed
                && f.operative()
                && (f.standing() == Standing.APPLIED || Tested.holds(decision)))
        .forEach(f -> each(f, said, page));
    decision.deadlines().stream()
        .filter(d -> d.overdue() == Truth.TRUE)
        .map(Deadline::rule)
        .forEach(rule -> rule.consequences().forEach(c -> said.add(said(rule, c, page))));
    if (said.isEmpty()) {
      return;
    }
    page.heading("consequences");
    said.forEach(each -> page.item(2, "•", Style.PLAIN, Style.PLAIN, each));
    for (State state : decision.states()) {
      page.text(4, page.say("state", state.since(), state.fact().name()));
    }
  }

  private static void each(Finding finding, Set<String> said, Page page) {
    String perhaps = Tested.isAlternative(finding) ? page.say("perhaps") : "";
    Rule rule = finding.rule();
    rule.consequences().forEach(c -> said.add(perhaps + said(rule, c, page)));
  }

  private static String said(Rule rule, Rule.Consequence consequence, Page page) {
    String text = consequence.text().in(page.language());
    if (consequence.citations().isEmpty()) {
      return text + page.say("by-in-brackets", Cite.title(rule.instrument(), page.language()));
    }
    String articles = Cite.articles(consequence.citations(), page.language());
    String title = Cite.title(rule.instrument(), page.language());
    return text + page.say("by-in-brackets", page.say("in-text", title, articles));
  }
}

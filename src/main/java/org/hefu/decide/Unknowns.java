package org.hefu.decide;

import java.util.List;
import org.hefu.decide.Page.Style;
import org.hefu.model.Fact;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;

/**
 * What is not known and the answer hangs on: facts, with the question to ask, and open points of
 * law, with who decides.
 */
final class Unknowns {
  private static final int CITED = 4;

  private Unknowns() {}

  static void write(Decision decision, Page page) {
    if (decision.missing().isEmpty()) {
      return;
    }
    page.heading("missing");
    Tested.sufficient(decision, page);
    for (Missing missing : decision.missing()) {
      switch (missing) {
        case Missing.OfFact(var fact, var tooBroad, _) -> fact(decision, fact, tooBroad, page);
        case Missing.OfLaw(var question, _) -> {
          String mark = question.ofLaw() ? "§" : "?";
          page.item(2, mark, Style.OPEN, Style.STRONG, question.names().in(page.language()));
          if (!question.authority().isEmpty()) {
            page.text(
                4, page.say(question.ofLaw() ? "decided-by" : "issued-by", question.authority()));
          }
        }
      }
      page.text(4, Style.FAINT, bearing(missing.rules(), page));
    }
  }

  private static void fact(Decision decision, Fact fact, boolean tooBroad, Page page) {
    Bilingual question = fact.question();
    String asked = question.isEmpty() ? fact.label(page.language()) : question.in(page.language());
    page.item(2, "?", Style.OPEN, Style.PLAIN, asked + "  " + fact.name());
    if (!fact.knower().isEmpty()) {
      page.text(4, page.say("known-to", fact.knower()));
    }
    if (tooBroad) {
      page.text(4, page.say("too-broad", stated(decision, fact, page)));
    }
  }

  private static String stated(Decision decision, Fact fact, Page page) {
    return decision.facts().stream()
        .filter(f -> f.fact().equals(fact))
        .flatMap(f -> f.value().stream())
        .map(v -> v.in(page.language()))
        .findFirst()
        .orElse("");
  }

  private static String bearing(List<Rule> rules, Page page) {
    String cited = Cite.rules(rules.subList(0, Math.min(CITED, rules.size())), page.language());
    return page.say(rules.size() > CITED ? "bears-on-among-others" : "bears-on", cited);
  }
}

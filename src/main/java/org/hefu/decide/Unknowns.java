package org.hefu.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Page.Style;
import org.hefu.model.Fact;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;

/**
 * What is not known and the answer hangs on: facts, with the question to ask, under those who
 * usually know, and open points of law, with who decides.
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
    Set<Bilingual> asked = new HashSet<>();
    for (Missing missing : decision.missing()) {
      Bilingual knower = knower(missing);
      if (knower.isEmpty()) {
        one(decision, missing, 2, page);
      } else if (asked.add(knower)) {
        page.text(2, page.say("known-to", knower));
        decision.missing().stream()
            .filter(m -> knower(m).equals(knower))
            .forEach(m -> one(decision, m, 4, page));
      }
    }
  }

  private static Bilingual knower(Missing missing) {
    return switch (missing) {
      case Missing.OfFact(var fact, _, _) -> fact.knower();
      case Missing.OfLaw _ -> Bilingual.NONE;
    };
  }

  private static void one(Decision decision, Missing missing, int indent, Page page) {
    switch (missing) {
      case Missing.OfFact(var fact, var tooBroad, _) ->
          fact(decision, fact, tooBroad, indent, page);
      case Missing.OfLaw(var question, _) -> {
        String mark = question.ofLaw() ? "§" : "?";
        page.item(indent, mark, Style.OPEN, Style.STRONG, question.names().in(page.language()));
        if (!question.authority().isEmpty()) {
          page.text(
              indent + 2,
              page.say(question.ofLaw() ? "decided-by" : "issued-by", question.authority()));
        }
        if (!question.source().isEmpty()) {
          page.text(indent + 2, page.say("to-be-read-at", question.source()));
        }
      }
    }
    page.text(indent + 2, Style.FAINT, bearing(missing.rules(), page));
  }

  private static void fact(Decision decision, Fact fact, boolean tooBroad, int indent, Page page) {
    Bilingual question = fact.question();
    String asked = question.isEmpty() ? fact.label(page.language()) : question.in(page.language());
    page.item(indent, "?", Style.OPEN, Style.PLAIN, asked + "  " + fact.name());
    if (tooBroad) {
      page.text(indent + 2, page.say("too-broad", stated(decision, fact, page)));
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

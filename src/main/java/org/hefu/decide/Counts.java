package org.hefu.decide;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hefu.decide.Page.Style;
import org.hefu.model.Fact;
import org.hefu.model.Rule;

/** How far each count is from the next number at which some rule changes. */
final class Counts {
  private record Next(long margin, Element element, Set<Rule> rules) {}

  private Counts() {}

  static void write(Decision decision, Page page) {
    Map<Fact, Next> nearest = new LinkedHashMap<>();
    for (Finding finding : decision.findings()) {
      for (Element element : decision.elements(finding)) {
        if (element.margin().isPresent() && element.margin().getAsLong() > 0) {
          note(nearest, element, finding.rule());
        }
      }
    }
    if (nearest.isEmpty()) {
      return;
    }
    page.heading("counts");
    for (Next next : nearest.values()) {
      String fact = Condition.fact(next.element().facts().getFirst(), page);
      String margin = Condition.margin(next.element(), next.margin(), page);
      page.item(2, "•", Style.PLAIN, Style.PLAIN, fact + page.say("semicolon") + margin);
      page.text(4, Style.FAINT, page.say("bears-on", Cite.rules(next.rules(), page.language())));
    }
  }

  private static void note(Map<Fact, Next> nearest, Element element, Rule rule) {
    Fact fact = element.facts().getFirst().fact();
    long margin = element.margin().getAsLong();
    Next known = nearest.get(fact);
    if (known == null || margin < known.margin()) {
      nearest.put(fact, new Next(margin, element, new LinkedHashSet<>(Set.of(rule))));
    } else if (margin == known.margin()) {
      known.rules().add(rule);
    }
  }
}

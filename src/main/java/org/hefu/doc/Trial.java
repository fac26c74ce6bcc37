package org.hefu.doc;

import java.util.List;
import java.util.stream.Stream;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Presumption;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;
import org.hefu.model.Scenario;
import org.hefu.text.Bilingual;

/** A scenario, what came of it, and the rules that applied in it or may have. */
public record Trial(Scenario scenario, Outcome outcome, List<Rule> rules) {

  public static Trial of(Scenario scenario, Decision decision) {
    Stream<Rule> findings =
        Stream.of(decision.findings(), decision.duties(), decision.advice())
            .flatMap(List::stream)
            .filter(f -> f.standing() != Standing.NOT_APPLIED)
            .map(Finding::rule);
    Stream<Rule> presumptions = decision.presumptions().stream().map(Presumption::rule);
    return new Trial(
        scenario, decision.outcome(), Stream.concat(findings, presumptions).distinct().toList());
  }

  /** The case it stands for, or else its title. */
  Bilingual name() {
    return scenario.caseId().map(id -> new Bilingual(id, id)).orElse(scenario.title());
  }
}

package org.hefu.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.RunScenarios.Failure;
import org.hefu.RunScenarios.Result;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.decide.Missing;
import org.hefu.decide.Requirement;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Scenario;
import org.hefu.text.Wording;

/** Says what failed in a scenario, and what the decision rests on instead. */
final class ScenarioReport {
  private static final int SHOWN = 6;

  private final Wording words;
  private final boolean coloured;

  ScenarioReport(Wording words, boolean coloured) {
    this.words = words;
    this.coloured = coloured;
  }

  String failure(Result result) {
    Scenario scenario = result.scenario();
    String caseId = scenario.caseId().map(id -> " (" + id + ")").orElse("");
    StringBuilder out = new StringBuilder();
    out.append(styled("31", "✗"))
        .append(' ')
        .append(styled("1", scenario.title().in(words.language()) + caseId))
        .append('\n');
    out.append("  ").append(styled("2", scenario.declared().toString())).append('\n');
    result.failures().forEach(f -> out.append("  ").append(said(f)).append('\n'));
    because(result.decision(), out);
    return out.toString();
  }

  String said(Failure failure) {
    return failure.said(words.language());
  }

  private void because(Decision decision, StringBuilder out) {
    line(
        out,
        "rests-on",
        decision.findings().stream().filter(Finding::operative).map(f -> rule(f.rule())));
    line(
        out,
        "still-to-do",
        decision.requirements().stream()
            .filter(Requirement::isOpen)
            .map(r -> Failure.procedures(choices(r))));
    line(out, "hangs-on", decision.missing().stream().map(ScenarioReport::missing));
  }

  private void line(StringBuilder out, String key, Stream<String> items) {
    List<String> all = items.distinct().toList();
    if (!all.isEmpty()) {
      String more = all.size() > SHOWN ? " …" : "";
      String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
      out.append("  ").append(words.say(key, shown)).append(more).append('\n');
    }
  }

  private String rule(Rule rule) {
    String articles =
        rule.citations().stream()
            .map(c -> c.in(words.language()))
            .collect(Collectors.joining(", "));
    return rule.name() + (articles.isEmpty() ? "" : " (" + articles + ")");
  }

  private static String missing(Missing missing) {
    return switch (missing) {
      case Missing.OfFact(var fact, _, _) -> fact.name();
      case Missing.OfLaw(var question, _) -> question.names().name();
    };
  }

  private static Set<Procedure> choices(Requirement requirement) {
    return requirement.choices().stream()
        .map(Requirement.Choice::procedure)
        .collect(Collectors.toSet());
  }

  /** Alone on its line, so that scripts find it. */
  String closing(int passed, int failed) {
    return words.say("closing", passed, failed);
  }

  private String styled(String style, String text) {
    return coloured ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}

package org.hefu.cli;

import static org.hefu.text.Json.object;

import java.util.List;
import org.hefu.RunScenarios.Failure;
import org.hefu.RunScenarios.Result;
import org.hefu.model.Scenario;
import org.hefu.text.Bilingual;
import org.hefu.text.Json;
import org.hefu.text.Language;
import org.hefu.text.Span;
import org.hefu.text.Wording;

/** What came of scenarios as JSON, as {@code docs/schema/scenarios.schema.json} describes it. */
final class ScenarioJson {
  private final ScenarioReport zh =
      new ScenarioReport(new Wording("org.hefu.cli.words", Language.ZH), false);
  private final ScenarioReport en =
      new ScenarioReport(new Wording("org.hefu.cli.words", Language.EN), false);

  private ScenarioJson() {}

  static String text(List<Result> results) {
    ScenarioJson json = new ScenarioJson();
    long passed = results.stream().filter(Result::hasPassed).count();
    return Json.text(
        object(
            "scenarios",
            results.stream().map(json::result).toList(),
            "passed",
            passed,
            "failed",
            results.size() - passed));
  }

  private Object result(Result result) {
    Scenario scenario = result.scenario();
    Span place = scenario.declared();
    return object(
        "title", scenario.title(),
        "case", scenario.caseId(),
        "module", scenario.module(),
        "file", place.source().name(),
        "line", place.line(),
        "passed", result.hasPassed(),
        "expected", scenario.expected().word(),
        "outcome", result.decision().outcome().word(),
        "failures", result.failures().stream().map(this::failure).toList());
  }

  private Bilingual failure(Failure failure) {
    return new Bilingual(zh.said(failure), en.said(failure));
  }
}

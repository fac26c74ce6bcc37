package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hefu.decide.Decision;
import org.hefu.decide.DecisionJson;
import org.hefu.decide.Finding;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.model.Term;
import org.hefu.text.Bilingual;
import org.hefu.text.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The library of law holds together, and its scenarios stand on each side of what its rules say.
 */
class LibraryTest {
  private static Load.Loaded loaded;
  private static Policy policy;
  private static final List<Decision> DECISIONS = new ArrayList<>();
  private static List<String> failed;

  @BeforeAll
  static void decideAllScenarios() {
    loaded = Load.paths(List.of(Path.of("stdlib")), false);
    policy = loaded.policy().orElseThrow(() -> new AssertionError(loaded.problems()));
    List<RunScenarios.Result> results = run(policy);
    results.forEach(r -> DECISIONS.add(r.decision()));
    failed = failed(results);
  }

  private static List<RunScenarios.Result> run(Policy policy) {
    Program program = Program.of(policy);
    return policy.scenarios().stream().map(s -> RunScenarios.one(program, s)).toList();
  }

  private static List<String> failed(List<RunScenarios.Result> results) {
    return results.stream()
        .filter(r -> !r.hasPassed())
        .map(r -> r.scenario().title().en() + ": " + r.failures())
        .toList();
  }

  @Test
  void theLibraryHasNoProblemAndNoWarning() {
    assertEquals(List.of(), loaded.problems());
    assertEquals(List.of(), Load.texts(List.of(), true).problems());
  }

  @Test
  void everyScenarioPasses() {
    assertFalse(policy.scenarios().isEmpty());
    assertEquals(List.of(), failed);
  }

  @Test
  void theSameIsDecidedByCode() {
    Program program = Program.often(policy, 20, 8);
    Program byNodes = Program.once(policy);
    for (Scenario scenario : policy.scenarios()) {
      if (!scenario.withDrafts()) {
        Facts facts = Facts.of(policy, scenario.given(), scenario.parts());
        for (Asked asked : List.of(new Asked(scenario.using(), false), Asked.ALL)) {
          Decision decision = byNodes.decide(facts, asked);
          assertEquals(decision.outcome(), program.outcome(facts, asked), scenario.title().en());
          assertEquals(
              DecisionJson.text(decision, "flow"),
              DecisionJson.text(program.decide(facts, asked), "flow"),
              scenario.title().en());
        }
      }
    }
  }

  @Test
  void oneThatFailsWouldBeNamed() {
    Source wrong =
        new Source(
            "wrong.hefu",
            """
            module scenarios.wrong
            use library
            use hefu.flow
            scenario "before every text" { given { act: use, on: 1990-01-01 } expect permitted }
            scenario "the same" like "before every text" { expect unregulated }
            """);
    Policy withWrong = Load.texts(List.of(wrong), true).policy().orElseThrow();
    assertEquals(
        List.of("before every text: [WrongOutcome[expected=PERMITTED, came=UNREGULATED]]"),
        failed(run(withWrong)));
  }

  @Test
  void everyRuleAppliesInOneScenarioAndNotInAnother() {
    Set<String> applied = new HashSet<>();
    Set<String> notApplied = new HashSet<>();
    for (Decision decision : DECISIONS) {
      List<Finding> all = new ArrayList<>(decision.findings());
      all.addAll(decision.duties());
      all.addAll(decision.advice());
      for (Finding finding : all) {
        // A rule that hangs on an unsettled point of law can be met no better than openly.
        boolean asksLaw =
            decision.elements(finding).stream().anyMatch(e -> e.term() instanceof Term.Open);
        boolean applies =
            switch (finding.standing()) {
              case APPLIED, DEFEATED -> true;
              case UNKNOWN -> asksLaw;
              case NOT_APPLIED -> false;
            };
        (applies ? applied : notApplied).add(finding.rule().name());
      }
      // Duties and advice that do not apply are no findings.
      policy.rules().stream()
          .map(r -> r.name())
          .filter(n -> all.stream().noneMatch(f -> f.rule().name().equals(n)))
          .forEach(notApplied::add);
    }
    Set<String> never = new TreeSet<>();
    Set<String> always = new TreeSet<>();
    policy.rules().forEach(r -> never.add(r.name()));
    always.addAll(never);
    never.removeAll(applied);
    always.removeAll(notApplied);
    assertEquals(Set.of(), never, "no scenario meets these rules");
    assertEquals(Set.of(), always, "no scenario avoids these rules");
  }

  @Test
  void atLeastFortyCasesStandAsScenarios() {
    Set<String> cases = new TreeSet<>();
    policy.scenarios().forEach(s -> s.caseId().ifPresent(cases::add));
    assertTrue(cases.size() >= 40, () -> cases.size() + ": " + cases);
  }

  @Test
  void everyFactHasAQuestionInBothLanguages() {
    Set<String> without = new TreeSet<>();
    policy.request().facts().stream()
        .filter(f -> f.question().isEmpty() || f.question().zh().equals(f.question().en()))
        .forEach(f -> without.add(f.name()));
    assertEquals(Set.of(), without);
  }

  @Test
  void everyFactSaysWhoUsuallyKnowsIt() {
    Set<String> without = new TreeSet<>();
    Map<String, Set<String>> parties = new TreeMap<>();
    for (Fact fact : policy.request().facts()) {
      Bilingual knower = fact.knower();
      if (knower.isEmpty() || knower.zh().equals(knower.en())) {
        without.add(fact.name());
      }
      parties.computeIfAbsent(knower.zh(), _ -> new TreeSet<>()).add(knower.en());
      parties.computeIfAbsent(knower.en(), _ -> new TreeSet<>()).add(knower.zh());
    }
    assertEquals(Set.of(), without);
    // They are few, and each is called the same everywhere.
    parties.forEach((one, other) -> assertEquals(1, other.size(), () -> one + ": " + other));
    assertTrue(parties.size() <= 2 * 12, parties::toString);
  }

  @Test
  void everyRuleOfLawCitesItsText() {
    Set<String> without = new TreeSet<>();
    policy.rules().stream()
        .filter(r -> r.citations().isEmpty())
        .forEach(r -> without.add(r.name()));
    assertEquals(Set.of(), without);
  }
}

package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.engine.Program;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.model.Term;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The library of law holds together, and its scenarios stand on each side of what its rules say.
 */
class LibraryTest {
  private static Load.Loaded loaded;
  private static Policy policy;
  private static final List<Decision> DECISIONS = new ArrayList<>();
  private static final List<RunScenarios.Result> FAILED = new ArrayList<>();

  @BeforeAll
  static void decideAllScenarios() {
    loaded = Load.paths(List.of(Path.of("stdlib")), false);
    policy = loaded.policy().orElseThrow(() -> new AssertionError(loaded.problems()));
    Program program = Program.of(policy);
    for (Scenario scenario : policy.scenarios()) {
      RunScenarios.Result result = RunScenarios.one(program, scenario);
      DECISIONS.add(result.decision());
      if (!result.hasPassed()) {
        FAILED.add(result);
      }
    }
  }

  @Test
  void theLibraryHasNoProblemAndNoWarning() {
    assertEquals(List.of(), loaded.problems());
    assertEquals(List.of(), Load.texts(List.of(), true).problems());
  }

  @Test
  void everyScenarioPasses() {
    assertFalse(policy.scenarios().isEmpty());
    assertEquals(
        List.of(), FAILED.stream().map(f -> f.scenario().title() + ": " + f.failures()).toList());
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
        boolean asksLaw = finding.elements().stream().anyMatch(e -> e.term() instanceof Term.Open);
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
  void everyRuleOfLawCitesItsText() {
    Set<String> without = new TreeSet<>();
    policy.rules().stream()
        .filter(r -> r.citations().isEmpty())
        .forEach(r -> without.add(r.name()));
    assertEquals(Set.of(), without);
  }
}

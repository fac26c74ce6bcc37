package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hefu.engine.Program;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.parse.Parse;
import org.hefu.problem.Code;
import org.hefu.text.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documentation shows works: the policies of a page make up one, which has no problem and
 * whose scenarios pass. A fence may say otherwise: {@code hefu alone} is a policy by itself, {@code
 * hefu fragment} can only be read, {@code json flow} is a flow for the page's policy, and {@code
 * csv NAME} the file of a list.
 */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TestFactory
  Stream<DynamicTest> policies() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : Shown.pages()) {
      List<Shown> all = Shown.on(page);
      if (all.stream().anyMatch(s -> s.isPolicy() || s.remark().equals("flow"))) {
        tests.add(DynamicTest.dynamicTest(page.toString(), page.toUri(), () -> together(all)));
      }
      for (Shown each : all) {
        boolean isTable = each.language().equals("csv");
        if (!each.remark().isEmpty() && !each.remark().equals("flow") && !isTable) {
          tests.add(DynamicTest.dynamicTest(each.toString(), page.toUri(), () -> byItself(each)));
        }
      }
    }
    assertTrue(tests.size() > 2);
    return tests.stream();
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : Shown.pages()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        Path target = page.resolveSibling(links.group(1));
        assertTrue(Files.exists(target), () -> page + " links to " + target);
      }
    }
  }

  private static void together(List<Shown> page) {
    List<Source> texts = modules(page);
    for (Shown each : page) {
      if (each.language().equals("csv")) {
        String name = each.page().resolveSibling(each.remark()).toString();
        texts.add(new Source(name, each.text()));
      }
    }
    Policy policy = sound(texts);
    for (Shown each : page) {
      if (each.remark().equals("flow")) {
        assertEquals(
            List.of(),
            ReadFlow.file(each.source(), each.language().equals("yaml"), policy).problems());
      }
    }
  }

  private static void byItself(Shown shown) {
    switch (shown.language() + " " + shown.remark()) {
      case "hefu alone" -> sound(List.of(shown.source()));
      case "hefu fragment" -> assertEquals(List.of(), Parse.file(shown.source()).problems());
      default -> throw new AssertionError(shown + " says what no test understands");
    }
  }

  private static Policy sound(List<Source> modules) {
    Load.Loaded loaded = Load.texts(modules, true);
    // An example declares what it shows, whether something uses it or not.
    Set<Code> idle = Set.of(Code.UNUSED_NAME, Code.UNUSED_MODULE, Code.UNUSED_PARAMETER);
    assertEquals(
        List.of(), loaded.problems().stream().filter(p -> !idle.contains(p.code())).toList());
    Program program = Program.of(loaded.policy().orElseThrow());
    for (Scenario scenario : program.policy().scenarios()) {
      if (modules.contains(scenario.declared().source())) {
        assertEquals(
            List.of(),
            RunScenarios.one(program, scenario).failures(),
            () -> scenario.declared() + ": " + scenario.title());
      }
    }
    return program.policy();
  }

  /** The texts of the page's policy, each from where it begins to where the next one does. */
  private static List<Source> modules(List<Shown> page) {
    List<Source> modules = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int line = 1;
    for (Shown each : page) {
      if (!each.isPolicy()) {
        continue;
      }
      if (each.beginsModule() && !text.isEmpty()) {
        modules.add(new Source(each.page().toString(), text.toString()));
        text.setLength(0);
        line = 1;
      }
      text.repeat('\n', each.line() - line).append(each.text());
      line = each.line() + (int) each.text().lines().count();
    }
    if (!text.isEmpty()) {
      modules.add(new Source(page.getFirst().page().toString(), text.toString()));
    }
    return modules;
  }
}

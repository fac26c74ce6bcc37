package org.hefu.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hefu.Golden;
import org.hefu.Load;
import org.hefu.Schemas;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.seek.Decide;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.hefu.text.Width;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case is a flow; the policies beside it decide, in the folder {@code drafts} with drafts. */
class ExplainTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("decide", ".json", file -> inBothLanguages(decided(file)));
  }

  @TestFactory
  Stream<DynamicTest> everyDecisionFollowsItsSchema() throws IOException {
    return flows(file ->
        assertEquals(
            List.of(),
            Schemas.errors("decision", DecisionJson.text(decided(file), file.toString()))));
  }

  /** What it has under the same name, it has of the whole. */
  @TestFactory
  Stream<DynamicTest> theBriefFollowsItsSchemaAndSaysTheSame() throws IOException {
    return flows(file -> {
      Decision decision = decided(file);
      String json = DecisionJson.briefText(decision, file.toString());
      assertEquals(List.of(), Schemas.errors("brief", json));
      JsonNode brief = JsonMapper.shared().readTree(json);
      JsonNode whole = JsonMapper.shared().readTree(DecisionJson.text(decision, file.toString()));
      brief
          .propertyStream()
          .filter(p -> !List.of("rules", "parts").contains(p.getKey()))
          .forEach(p -> assertEquals(whole.get(p.getKey()), p.getValue(), p.getKey()));
      List<String> operative =
          whole
              .get("findings")
              .valueStream()
              .filter(f -> f.get("operative").asBoolean())
              .map(f -> f.get("rule").asString())
              .toList();
      assertEquals(
          operative, brief.get("rules").valueStream().map(r -> r.get("rule").asString()).toList());
    });
  }

  @TestFactory
  Stream<DynamicTest> noLineIsWiderThanThePage() throws IOException {
    return flows(file -> {
      for (Language language : Language.values()) {
        Explain.text(decided(file), new Look(language, false, 72))
            .lines()
            .forEach(line -> assertTrue(Width.of(line) <= 72, line));
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> coloursAddNothingElse() throws IOException {
    return flows(file -> {
      String coloured = Explain.text(decided(file), new Look(Language.ZH, true, 100));
      assertTrue(coloured.contains("\u001b["));
      assertEquals(
          Explain.text(decided(file), Look.plain(Language.ZH)),
          coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    });
  }

  @TestFactory
  Stream<DynamicTest> theBriefIsHowTheWholeBegins() throws IOException {
    return flows(file -> {
      String brief = Explain.brief(decided(file), Look.plain(Language.EN));
      assertFalse(brief.isEmpty());
      assertTrue(Explain.text(decided(file), Look.plain(Language.EN)).startsWith(brief));
    });
  }

  private interface Check {
    void of(Path file) throws IOException;
  }

  private static Stream<DynamicTest> flows(Check check) throws IOException {
    try (Stream<Path> files = Files.walk(Golden.CASES.resolve("decide"))) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(Golden.name(f), f.toUri(), () -> check.of(f)));
    }
  }

  private static String inBothLanguages(Decision decision) {
    return Explain.text(decision, Look.plain(Language.ZH))
        + "\n"
        + "─".repeat(100)
        + "\n\n"
        + Explain.text(decision, Look.plain(Language.EN));
  }

  private static Decision decided(Path flow) throws IOException {
    Policy policy = policy(flow.getParent());
    ReadFlow.Result read = ReadFlow.file(ReadFile.at(flow).source(), false, policy);
    assertEquals(List.of(), read.problems());
    Facts facts = read.facts().orElseThrow();
    boolean withDrafts = flow.getParent().endsWith("drafts");
    Asked asked = withDrafts ? Asked.ALL.alsoDrafts() : Asked.ALL;
    return Decide.flow(Program.of(policy), facts, asked);
  }

  private static Policy policy(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Source> sources =
          files
              .filter(f -> f.toString().endsWith(".hefu") || f.toString().endsWith(".csv"))
              .sorted()
              .map(f -> new Source(Golden.name(f), ReadFile.at(f).source().text()))
              .toList();
      Load.Loaded loaded = Load.texts(sources, false);
      assertEquals(List.of(), loaded.problems().stream().filter(Problem::isError).toList());
      return loaded.policy().orElseThrow();
    }
  }
}

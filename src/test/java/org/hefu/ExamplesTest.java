package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.decide.Missing;
import org.hefu.decide.Requirement;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Citation;
import org.hefu.problem.ReadFile;
import org.hefu.seek.Decide;
import org.hefu.text.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every flow of the examples comes out as the file beside it says. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final String EXPECTED = ".expected.json";
  private static final Program LIBRARY =
      Program.of(Load.texts(List.of(), true).policy().orElseThrow());

  @TestFactory
  Stream<DynamicTest> flows() throws IOException {
    return files(EXPECTED).stream()
        .map(expected ->
            DynamicTest.dynamicTest(
                EXAMPLES.relativize(expected).toString(),
                expected.toUri(),
                () -> comesOut(expected)));
  }

  @Test
  void everyFlowHasAnExpectedDecision() throws IOException {
    Set<Path> flows = new TreeSet<>(files(".json"));
    flows.addAll(files(".yaml"));
    flows.removeIf(f -> f.toString().endsWith(EXPECTED));
    Set<Path> expected = new TreeSet<>();
    for (Path file : files(EXPECTED)) {
      expected.add(flowOf(file));
    }
    assertEquals(flows, expected);
  }

  @Test
  void policiesOfExamplesHoldTogether() throws IOException {
    for (Path policy : files(".hefu")) {
      Load.Loaded loaded = Load.paths(List.of(policy), true);
      assertEquals(List.of(), loaded.problems());
    }
  }

  private static void comesOut(Path expectedFile) throws IOException {
    JsonNode expected = JsonMapper.shared().readTree(Files.readString(expectedFile));
    Path flow = flowOf(expectedFile);
    Program program = program(expectedFile, words(expected.path("policies")));
    ReadFlow.Result read =
        ReadFlow.file(
            ReadFile.at(flow).source(), flow.toString().endsWith(".yaml"), program.policy());
    assertEquals(List.of(), read.problems());
    Facts facts = read.facts().orElseThrow();
    Decision decision = Decide.flow(program, facts, Asked.ALL);
    assertEquals(expected.get("outcome").asString(), decision.outcome().word());
    Set<String> operative = cited(decision);
    for (JsonNode citing : expected.path("citing")) {
      assertTrue(
          operative.contains(citing.asString()), () -> citing + " is not among " + operative);
    }
    Set<String> open =
        decision.requirements().stream()
            .filter(r -> r.isOpen() && r.certain())
            .map(ExamplesTest::said)
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(words(expected.path("requirements"))), open);
    Set<String> missing =
        decision.missing().stream()
            .map(m ->
                m instanceof Missing.OfFact(var fact, _, _)
                    ? fact.name()
                    : ((Missing.OfLaw) m).question().names().name())
            .collect(Collectors.toSet());
    assertTrue(
        missing.containsAll(words(expected.path("missing"))), () -> "missing are " + missing);
  }

  /** The library, with these policies on top of it. */
  private static Program program(Path expectedFile, List<String> policies) {
    if (policies.isEmpty()) {
      return LIBRARY;
    }
    List<Path> files = policies.stream().map(expectedFile::resolveSibling).toList();
    return Program.of(Load.paths(files, true).policy().orElseThrow());
  }

  /** Every operative citation, and what it is part of: article, paragraph, item. */
  private static Set<String> cited(Decision decision) {
    Set<String> cited = new TreeSet<>();
    for (Finding finding : decision.findings()) {
      if (finding.operative()) {
        for (Citation each : finding.rule().citations()) {
          String module = finding.rule().instrument().module() + " ";
          cited.add(module + each.in(Language.EN));
          cited.add(
              module
                  + new Citation(each.article(), each.paragraph(), 0, each.heading())
                      .in(Language.EN));
          cited.add(module + new Citation(each.article(), 0, 0, each.heading()).in(Language.EN));
        }
      }
    }
    return cited;
  }

  private static String said(Requirement requirement) {
    return requirement.choices().stream()
        .map(c -> c.procedure().names().name())
        .collect(Collectors.joining("|"));
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(each -> words.add(each.asString()));
    return words;
  }

  private static Path flowOf(Path expected) {
    String name = expected.getFileName().toString().replace(EXPECTED, "");
    Path json = expected.resolveSibling(name + ".json");
    return Files.exists(json) ? json : expected.resolveSibling(name + ".yaml");
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(EXAMPLES)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}

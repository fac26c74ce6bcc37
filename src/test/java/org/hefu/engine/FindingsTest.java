package org.hefu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings of rules that do not apply are added when somebody looks at them. */
class FindingsTest {
  private static final Policy POLICY = Load.texts(List.of(), true).policy().orElseThrow();
  private static final Asked PROVISIONS = Asked.of(Set.of("cn.provisions_2024"));

  private static Facts facts(String flow) {
    String json = "{\"act\": \"provide_abroad\", \"on\": \"2026-01-01\", " + flow + "}";
    return ReadFlow.file(new Source("flow", json), false, POLICY).facts().orElseThrow();
  }

  static Stream<Decision> findings() {
    Facts small = facts("\"stage\": \"planned\", \"data\": {\"personal\": true, \"people\": 50}");
    Facts none = facts("\"stage\": \"planned\", \"data\": {\"personal\": false}");
    return Stream.of(Program.once(POLICY), Program.often(POLICY))
        .flatMap(program ->
            Stream.of(Asked.ALL, PROVISIONS)
                .flatMap(asked ->
                    Stream.of(small, none, facts("\"place\": \"CN-32\""), small)
                        .map(flow -> program.decide(flow, asked))));
  }

  @ParameterizedTest
  @MethodSource
  void findings(Decision decision) {
    List<Finding> applying = decision.applying();
    List<Finding> findings = decision.findings();
    assertTrue(findings.size() > 10, "rules govern the flow");
    assertEquals(applying, findings.subList(0, applying.size()));
    List<Boolean> operative = applying.stream().map(Finding::operative).toList();
    assertEquals(operative.stream().sorted(Comparator.reverseOrder()).toList(), operative);
    assertTrue(applying.stream().noneMatch(f -> f.standing() == Standing.NOT_APPLIED));
    List<Finding> others = findings.subList(applying.size(), findings.size());
    assertTrue(others.stream().allMatch(f -> f.standing() == Standing.NOT_APPLIED));
    List<Integer> rules = others.stream().map(f -> f.rule().index()).toList();
    assertEquals(rules.stream().sorted().toList(), rules);
    assertEquals(
        findings.size(), new HashSet<>(findings.stream().map(Finding::rule).toList()).size());
  }
}

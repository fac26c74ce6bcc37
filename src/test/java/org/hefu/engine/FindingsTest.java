package org.hefu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.hefu.Load;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings are made one by one when somebody looks at them, in whatever order that is. */
class FindingsTest {
  private static final Policy POLICY = Load.texts(List.of(), true).policy().orElseThrow();
  private static final Asked PROVISIONS = Asked.of(Set.of("cn.provisions_2024"));

  private static Facts facts(String flow) {
    String json = "{\"act\": \"provide_abroad\", \"on\": \"2026-01-01\", " + flow + "}";
    return ReadFlow.file(new Source("flow", json), false, POLICY).facts().orElseThrow();
  }

  static Stream<List<Finding>> findings() {
    Facts small = facts("\"stage\": \"planned\", \"data\": {\"personal\": true, \"people\": 50}");
    Facts none = facts("\"stage\": \"planned\", \"data\": {\"personal\": false}");
    return Stream.of(Program.once(POLICY), Program.often(POLICY))
        .flatMap(program ->
            Stream.of(Asked.ALL, PROVISIONS)
                .flatMap(asked ->
                    Stream.of(small, none, facts("\"place\": \"CN-32\""), small)
                        .map(flow -> program.decide(flow, asked).findings())));
  }

  @ParameterizedTest
  @MethodSource
  void findings(List<Finding> findings) {
    List<Finding> backwards = new ArrayList<>();
    for (int i = findings.size() - 1; i >= 0; i--) {
      backwards.addFirst(findings.get(i));
    }
    List<Finding> forwards = new ArrayList<>();
    Iterator<Finding> each = findings.iterator();
    while (each.hasNext()) {
      forwards.add(each.next());
    }
    assertEquals(findings.size(), forwards.size());
    assertTrue(findings.size() > 10, "rules govern the flow");
    for (int i = 0; i < forwards.size(); i++) {
      assertSame(forwards.get(i), backwards.get(i));
    }
    assertThrows(NoSuchElementException.class, each::next);
    assertThrows(IndexOutOfBoundsException.class, () -> findings.get(forwards.size()));
    assertEquals(
        forwards.size(), new HashSet<>(forwards.stream().map(Finding::rule).toList()).size());
    int applying = 0;
    while (forwards.get(applying).standing() != Standing.NOT_APPLIED) {
      applying++;
    }
    List<Finding> others = forwards.subList(applying, forwards.size());
    assertTrue(others.stream().allMatch(f -> f.standing() == Standing.NOT_APPLIED));
    List<Integer> rules = others.stream().map(f -> f.rule().index()).toList();
    assertEquals(rules.stream().sorted().toList(), rules);
  }
}

package org.hefu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hefu.Load;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code is made once more for what most flows have asked for, and says the same. */
class LearningTest {
  private static final String TEXT =
      """
      module m
      kind Act { use }
      kind Stage { planned completed }
      request Flow { act: Act required on: date required stage: Stage a: boolean b: boolean n: number }
      define both = a and b
      define many = both or n >= 100
      define few = n < 10 or not many
      instrument "Text" { rank: law in_force: 2020-01-01 .. }
      """;

  private static final List<String> FLOWS =
      List.of(
          "\"a\": true, \"b\": true, \"n\": 50",
          "\"a\": true, \"b\": false, \"n\": 7",
          "\"a\": true, \"n\": 100",
          "\"n\": 99");

  private static Policy policy(int rules) {
    String text =
        IntStream.range(0, rules)
            .mapToObj(i ->
                "rule r%d (art %d) { forbid use when %s and %s and not (n is %d) unless few }\n"
                    .formatted(
                        i, i + 1, i % 2 == 0 ? "many" : "both", i % 3 == 0 ? "a" : "many", i))
            .collect(Collectors.joining());
    return Load.texts(List.of(new Source("m.hefu", TEXT + text)), false).policy().orElseThrow();
  }

  private static Facts facts(Policy policy, String flow) {
    String json = "{\"act\": \"use\", \"on\": \"2026-01-01\", " + flow + "}";
    return ReadFlow.file(new Source("flow", json), false, policy).facts().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 64, 200})
  void whatIsLearnedIsKeptForWhoeverComesLater(int rules) {
    Policy policy = policy(rules);
    Verdict verdict = new Verdict(policy);
    Clashes clashes = new Clashes(policy, verdict);
    Outcomes outcomes =
        new Outcomes(
            policy,
            verdict,
            clashes,
            _ -> true,
            false,
            new Patience.Growing(1 << 20, 1, 8, 0, false));
    Work learning = outcomes.fasterWork().orElseThrow();
    List<Facts> flows = FLOWS.stream().map(f -> facts(policy, f)).toList();
    flows.forEach(learning::outcome);
    Work learned = learning.settled();
    assertNotSame(learning, learned);
    assertSame(learned, learned.settled());
    Work later = outcomes.fasterWork().orElseThrow();
    assertSame(later, later.settled());
    Work byNodes = outcomes.work();
    for (Work each : List.of(learning, learned, later, learned)) {
      for (Facts flow : flows) {
        assertEquals(byNodes.outcome(flow), each.outcome(flow));
      }
    }
  }
}

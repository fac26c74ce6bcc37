package org.hefu.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Hefu and the Java by hand, against which it is measured, come to the same for every flow. */
class ExportByHandTest {
  private static final int MANY = 25_000;
  private static final Asked ASKED = Asked.of(Set.of("cn.provisions_2024"));

  private final Program program = Program.of(Load.texts(List.of(), true).policy().orElseThrow());
  private final DrawExports draw = new DrawExports(new SplittableRandom(20261128));

  @Test
  void oddFlows() {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < MANY; i++) {
      outcomes.merge(same(draw.odd()), 1, Integer::sum);
    }
    for (Outcome each : Outcome.values()) {
      assertTrue(outcomes.getOrDefault(each, 0) > MANY / 100, outcomes::toString);
    }
  }

  @Test
  void theFlowsThatAreTimed() {
    for (int i = 0; i < MANY / 5; i++) {
      Map<String, Object> known = draw.known();
      same(known);
      same(draw.forgetful(known, 10));
    }
  }

  private Outcome same(Map<String, Object> said) {
    String json = JsonMapper.shared().writeValueAsString(said);
    ReadFlow.Result flow = ReadFlow.file(new Source("flow", json), false, program.policy());
    Outcome outcome =
        program.outcome(
            flow.facts().orElseThrow(() -> new AssertionError(json + flow.problems())), ASKED);
    assertEquals(ExportByHand.outcome(new ExportFlow(said)), outcome, json);
    return outcome;
  }
}

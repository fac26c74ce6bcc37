package org.hefu.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.hefu.Hefu;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

/** What a flow file may say of parts and counts, and what contradicts itself. */
class ReadPartsTest {
  private static final Hefu HEFU =
      Hefu.loadTexts(
          List.of(
              new Source(
                  "counted.hefu",
                  """
                  module counted
                  unit people
                  kind Act { export }
                  kind Stage { planned completed }
                  request Flow {
                    act: Act required
                    on: date required
                    stage: Stage
                    who: string
                    earlier: number people
                    people: number people
                    all: number people
                    open: boolean
                  }
                  instrument "A law" { rank: law in_force: 2020-01-01 .. }
                  tally t {
                    counts: people
                    per: who
                    window: calendar_year
                    so_far: earlier
                    flow: people
                    together: all
                    unless open
                  }
                  rule f (art 1) { forbid export when tally t with flow >= 10 }
                  """)));

  @Test
  void countsThatContradictEachOtherAreRefused() {
    assertEquals(List.of(Code.CONTRADICTORY_COUNT), codes("'earlier': 5, 'people': 3, 'all': 9"));
    assertEquals(List.of(Code.CONTRADICTORY_COUNT), codes("'earlier': 5, 'all': 4"));
    assertEquals(List.of(), codes("'earlier': 5, 'people': 3, 'all': 8"));
    assertEquals(List.of(), codes("'earlier': 5, 'all': 9"));
    assertEquals(
        List.of(Code.CONTRADICTORY_COUNT),
        codes("'earlier': 5, 'all': 9, 'people': 100, 'parts': [{'people': 1}, {'people': 2}]"));
  }

  @Test
  void aCountBelowNothingIsRefused() {
    assertEquals(List.of(Code.WRONG_VALUE), codes("'people': -1"));
    assertEquals(List.of(Code.WRONG_VALUE), codes("'parts': [{'people': -1}, {}]"));
  }

  @Test
  void aCountBelowWhatTheFlowAloneCountsPassesNoLimit() {
    assertEquals(Outcome.PROHIBITED, outcome("'people': 20, 'all': 5, 'open': false"));
    assertEquals(Outcome.PERMITTED, outcome("'people': 20, 'all': 5, 'open': true"));
  }

  @Test
  void partsAreObjectsWithNamesOfTheirOwn() {
    assertEquals(List.of(Code.WRONG_VALUE), codes("'parts': 5"));
    assertEquals(List.of(Code.WRONG_VALUE), codes("'parts': {}"));
    assertEquals(List.of(Code.WRONG_VALUE), codes("'parts': [5]"));
    assertEquals(List.of(Code.FIELD_TWICE), codes("'parts': {'a': {}, 'a': {}}"));
    assertEquals(List.of(Code.FIELD_TWICE), codes("'parts': [{}], '部分': [{}]"));
    assertEquals(List.of(Code.UNKNOWN_FIELD), codes("'parts': [{'peple': 1}, {}]"));
    assertEquals(List.of(Code.UNKNOWN_FIELD), codes("'parts': [{'parts': [{}]}, {}]"));
  }

  @Test
  void whatIsOfTheWholeStandsInNoPart() {
    assertEquals(
        List.of(Code.WHOLE_IN_PART, Code.WHOLE_IN_PART, Code.WHOLE_IN_PART),
        codes("'parts': [{'on': '2026-01-02', 'earlier': 5, 'all': 6}, {}]"));
  }

  @Test
  void whatIsRequiredMayStandInEachPart() {
    Policy policy = HEFU.policy();
    assertEquals(
        List.of(Code.MISSING_FACT),
        read("{'on': '2026-01-01', 'parts': [{'act': 'export'}, {}]}", policy));
    assertEquals(
        List.of(),
        read("{'on': '2026-01-01', 'parts': [{'act': 'export'}, {'act': 'export'}]}", policy));
  }

  @Test
  void aPartMayTakeACommonFactAway() {
    assertEquals(
        Outcome.UNDETERMINED,
        outcome("'earlier': 0, 'people': 1, 'parts': [{'people': null}, {'people': 2}]"));
  }

  @Test
  void theHashIsOfThePartsToo() {
    assertNotEquals(
        hash("'parts': [{'people': 1}, {'people': 2}]"),
        hash("'parts': [{'people': 1}, {'people': 3}]"));
    assertEquals(hash("'people': 1"), hash("'parts': {'alone': {'people': 1}}"));
  }

  private static Outcome outcome(String facts) {
    return HEFU.outcome(HEFU.facts(json(facts)));
  }

  private static String hash(String facts) {
    return HEFU.decide(HEFU.facts(json(facts))).hashes().flow();
  }

  private static List<Code> codes(String facts) {
    return read(json(facts), HEFU.policy());
  }

  private static String json(String facts) {
    return ("{'act': 'export', 'on': '2026-01-01', " + facts + "}").replace('\'', '"');
  }

  private static List<Code> read(String json, Policy policy) {
    return ReadFlow.file(new Source("flow", json.replace('\'', '"')), false, policy)
        .problems()
        .stream()
        .map(Problem::code)
        .toList();
  }
}

package org.hefu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hefu.Load;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows that have been decided tell of others is what would be decided of these. */
class PrecedentsTest {
  private static final Policy LIBRARY =
      Load.paths(List.of(Path.of("stdlib")), false).policy().orElseThrow();

  /** So many flows are looked at for the first. */
  private static final int FIRST = 150;

  private static final int FACTS = 12;

  private static final String TWO_KINDS =
      """
      module m
      kind Act { use }
      kind Stage { planned completed }
      request Flow {
        act: Act required on: date required stage: Stage a: boolean n: number b: boolean
      }
      instrument "Text" { rank: law in_force: 2020-01-01 .. }
      rule many (art 1) { forbid use when a and n >= 100 }
      rule few (art 2) { forbid use when not a and b and n < 10 }
      """;

  private static Outcomes outcomes(
      Policy policy, Predicate<Instrument> asked, Patience.Growing growing) {
    Verdict verdict = new Verdict(policy);
    return new Outcomes(policy, verdict, new Clashes(policy, verdict), asked, true, growing);
  }

  private static Precedents<Outcome> precedents(
      Policy policy, Predicate<Instrument> asked, Patience.Growing growing) {
    return outcomes(policy, asked, growing).precedents();
  }

  /** One scenario's facts, of which some are as another states them. */
  private static Facts mixed(List<Scenario> all, SplittableRandom random) {
    Map<Fact, long[]> given = new HashMap<>(all.get(random.nextInt(all.size())).given());
    Map<Fact, long[]> other = all.get(random.nextInt(all.size())).given();
    int oneIn = random.nextInt(1, 8);
    other.forEach((fact, value) -> {
      if (random.nextInt(oneIn) == 0) {
        given.put(fact, value);
      }
    });
    return Facts.of(LIBRARY, given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn.provisions_2024", "cn.pipl", ""})
  void whatTheyTellOfTheLibraryIsWhatWouldBeDecided(String module) {
    Asked asked = module.isEmpty() ? Asked.ALL : Asked.of(Set.of(module));
    Precedents<Outcome>.Memory memory =
        precedents(LIBRARY, asked::includes, new Patience.Growing(1, 1, FIRST, 0, false)).memory();
    Program program = Program.of(LIBRARY);
    List<Scenario> scenarios =
        LIBRARY.scenarios().stream().filter(s -> s.parts().isEmpty()).toList();
    SplittableRandom random = new SplittableRandom(20261128);
    int told = 0;
    for (int i = 0; i < 4 * FIRST; i++) {
      Facts facts = mixed(scenarios, random);
      Outcome outcome = memory.of(facts);
      if (outcome == null) {
        memory.decided(facts, program.outcome(facts, asked));
      } else {
        told++;
        assertEquals(program.decide(facts, asked).outcome(), outcome);
      }
    }
    int found = told;
    assertTrue(4 * found > FIRST, () -> "too few to say anything: " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn.provisions_2024", "cn.pipl", ""})
  void howTheyTellThatRulesStandIsHowTheyWouldStand(String module) {
    Asked asked = module.isEmpty() ? Asked.ALL : Asked.of(Set.of(module));
    Precedents<Ruled>.Memory memory =
        outcomes(LIBRARY, asked::includes, new Patience.Growing(1, 1, FIRST, 0, false))
            .rulings()
            .memory();
    Program once = Program.once(LIBRARY);
    // Of few, so that rules often stand alike.
    List<Scenario> scenarios =
        LIBRARY.scenarios().stream().filter(s -> s.parts().isEmpty()).limit(40).toList();
    SplittableRandom random = new SplittableRandom(20261129);
    int told = 0;
    for (int i = 0; i < 4 * FIRST; i++) {
      Facts facts = mixed(scenarios, random);
      Reasons decided = (Reasons) once.decide(facts, asked);
      Ruled known = memory.of(facts);
      if (known != null) {
        told++;
        assertEquals(said(decided.outline.ruled), said(known));
        assertFalse(decided.isUnsettled());
      } else if (!decided.isUnsettled()) {
        memory.decided(facts, decided.outline.ruled);
      }
    }
    int found = told;
    assertTrue(4 * found > FIRST, () -> "too few to say anything: " + found);
  }

  private static String said(Ruled ruled) {
    StringBuilder said = new StringBuilder();
    said.append(ruled.outcome).append(ruled.completed).append(Arrays.toString(ruled.guards));
    for (int at = 0; at < ruled.count(); at++) {
      said.append(' ')
          .append(LIBRARY.rules().get(ruled.rule(at)).name())
          .append(ruled.appliesAt(at))
          .append(ruled.effectiveAt(at))
          .append(ruled.metAt(at));
    }
    return said.toString();
  }

  private static Facts facts(Policy policy, String facts) {
    String json = "{\"act\": \"use\", \"on\": \"2026-01-01\", " + facts + "}";
    return ReadFlow.file(new Source("flow", json), false, policy).facts().orElseThrow();
  }

  private static List<Facts> flows(Policy policy, boolean isFirstKind) {
    List<Facts> flows = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      flows.add(
          facts(
              policy,
              isFirstKind
                  ? "\"a\": true, \"n\": " + 4 * i
                  : "\"a\": false, \"b\": true, \"n\": " + i));
    }
    return flows;
  }

  @Test
  void whenFlowsAreOfAnotherKindTheyAreLookedAtAnew() {
    Policy policy =
        Load.texts(List.of(new Source("m.hefu", TWO_KINDS)), false).policy().orElseThrow();
    Precedents<Outcome>.Memory memory =
        precedents(policy, _ -> true, new Patience.Growing(1, 4, 8, 40, false)).memory();
    List<Facts> first = flows(policy, true);
    List<Facts> second = flows(policy, false);
    Facts many = facts(policy, "\"a\": true, \"n\": 5000");
    Facts few = facts(policy, "\"a\": false, \"b\": true, \"n\": 3");
    assertNull(memory.of(many));
    ask(memory, first, 20);
    assertEquals(Outcome.PROHIBITED, memory.of(many));
    assertNull(memory.of(few));
    ask(memory, second, 40);
    assertEquals(Outcome.PROHIBITED, memory.of(few));
    assertNotNull(memory.of(facts(policy, "\"a\": false, \"b\": true, \"n\": 77")));
  }

  /** Forbids whatever states an odd number of twelve facts to be true: each counts, always. */
  private static Policy parity() {
    StringBuilder text =
        new StringBuilder(
            """
            module m
            kind Act { use }
            kind Stage { planned completed }
            request Flow {
              act: Act required on: date required stage: Stage
            """);
    StringBuilder rest = new StringBuilder("define odd0 = f0\n");
    for (int i = 0; i < FACTS; i++) {
      text.append(" f").append(i).append(": boolean");
      if (i > 0) {
        rest.append(
            "define odd%1$d = (f%1$d and not odd%2$d) or (odd%2$d and not f%1$d)\n"
                .formatted(i, i - 1));
      }
    }
    text.append("\n}\ninstrument \"Text\" { rank: law in_force: 2020-01-01 .. }\n");
    text.append(rest).append("rule odd (art 1) { forbid use when odd").append(FACTS - 1);
    text.append(" }\n");
    return Load.texts(List.of(new Source("m.hefu", text.toString())), false).policy().orElseThrow();
  }

  @Test
  void whereFlowsHaveNothingInCommonItIsTriedOnceAndForAll() {
    Policy policy = parity();
    Precedents<Outcome> precedents =
        precedents(policy, _ -> true, new Patience.Growing(1, 1, 64, 40, false));
    Precedents<Outcome>.Memory memory = precedents.memory();
    SplittableRandom random = new SplittableRandom(20261128);
    List<Facts> flows = new ArrayList<>();
    for (int i = 0; i < 128; i++) {
      int bits = random.nextInt(1 << FACTS);
      flows.add(
          facts(
              policy,
              IntStream.range(0, FACTS)
                  .mapToObj(b -> "\"f" + b + "\": " + ((bits >> b & 1) != 0))
                  .collect(Collectors.joining(", "))));
    }
    ask(memory, flows.subList(0, 63), 1);
    assertFalse(precedents.isDone());
    ask(memory, flows.subList(63, 64), 1);
    assertTrue(precedents.isDone());
    ask(memory, flows, 1);
    flows.forEach(f -> assertNull(memory.of(f)));
  }

  private static void ask(Precedents<Outcome>.Memory memory, List<Facts> flows, int times) {
    Program program = Program.of(flows.getFirst().policy());
    for (int i = 0; i < times; i++) {
      for (Facts each : flows) {
        if (memory.of(each) == null) {
          memory.decided(each, program.outcome(each, Asked.ALL));
        }
      }
    }
  }

  @Test
  void whatIsUnlikeAllThatWasLookedAtIsNotTold() {
    Policy policy =
        Load.texts(List.of(new Source("m.hefu", TWO_KINDS)), false).policy().orElseThrow();
    Precedents<Outcome>.Memory memory =
        precedents(policy, _ -> true, new Patience.Growing(1, 1, 64, 0, false)).memory();
    ask(memory, flows(policy, true), 2);
    assertNull(memory.of(facts(policy, "\"n\": 200")));
    assertNull(memory.of(facts(policy, "\"a\": true")));
    assertEquals(Outcome.PERMITTED, memory.of(facts(policy, "\"a\": true, \"n\": 99")));
    assertEquals(Outcome.PROHIBITED, memory.of(facts(policy, "\"a\": true, \"n\": 100")));
  }
}

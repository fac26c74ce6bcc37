package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.model.Outcome;

/** Dividing a flow into parts gains nothing. */
class PartsLaws {
  private static final int FLOWS = 4;

  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whoeverSplitsThePeopleOfAFlowGainsNothing(@ForAll("seeds") long seed) {
    each(
        seed,
        (program, flow, random) -> {
          if (!flow.containsKey("crowd")) {
            return;
          }
          BigDecimal people = new BigDecimal(flow.get("crowd"));
          BigDecimal one =
              people
                  .multiply(BigDecimal.valueOf(random.nextInt(11), 1))
                  .setScale(4, RoundingMode.DOWN);
          List<Map<String, String>> parts =
              List.of(
                  Map.of("crowd", one.toPlainString()),
                  Map.of("crowd", people.subtract(one).toPlainString()));
          Outcome whole = TwinLaws.answer(program, flow).outcome();
          Outcome split = TwinLaws.answer(program, divided(flow, parts)).outcome();
          assertTrue(
              lessIsKnown(whole, split),
              () -> whole + ", but in parts " + split + ": " + Flows.json(flow) + parts);
        });
  }

  /**
   * A procedure that is met when a tally with the flow reaches ten people: eleven surely do; nobody
   * knows whether 4.4 and 6.6 people do.
   */
  @Example
  void splittingMayLeaveAProcedureUnconfirmed() {
    whoeverSplitsThePeopleOfAFlowGainsNothing(5882620);
  }

  /**
   * Two halves do not say that nobody is in both: what was surely so may be unknown, and a
   * procedure that was surely met unconfirmed; never the other way round.
   */
  private static boolean lessIsKnown(Outcome whole, Outcome split) {
    boolean isUnconfirmed = whole == Outcome.PERMITTED && split == Outcome.CONDITIONAL;
    return split == whole || split == Outcome.UNDETERMINED || isUnconfirmed;
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void onePartIsTheFlow(@ForAll("seeds") long seed) {
    each(
        seed,
        (program, flow, random) -> {
          Map<String, String> common = new LinkedHashMap<>();
          Map<String, String> part = new LinkedHashMap<>();
          flow.forEach((fact, value) -> {
            boolean whole = List.of("on", "so_far", "together").contains(fact);
            (whole || random.nextBoolean() ? common : part).put(fact, value);
          });
          Map<String, String> divided = divided(common, List.of(part));
          assertEquals(TwinLaws.answer(program, flow), TwinLaws.answer(program, divided));
          assertEquals(hash(program, flow), hash(program, divided));
        });
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfPartsChangesNothing(@ForAll("seeds") long seed) {
    each(
        seed,
        (program, flow, random) -> {
          List<Map<String, String>> parts = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            Map<String, String> other = Flows.draw(program.policy(), random);
            other.keySet().removeAll(Set.of("on", "so_far", "together", "parts"));
            other.computeIfPresent("crowd", (_, said) -> said.replace("-", ""));
            parts.add(other);
          }
          flow.remove("together");
          Answer before = TwinLaws.answer(program, divided(flow, parts));
          Collections.shuffle(parts, random);
          assertEquals(before, TwinLaws.answer(program, divided(flow, parts)));
        });
  }

  private interface Law {
    void holds(Program program, Map<String, String> flow, Random random);
  }

  private static void each(long seed, Law law) {
    Random random = new Random(seed);
    Optional<Program> program = TwinLaws.program(Policies.draw(random));
    for (int i = 0; program.isPresent() && i < FLOWS; i++) {
      Map<String, String> flow = Flows.draw(program.get().policy(), random);
      flow.remove("parts");
      law.holds(program.get(), consistent(flow), random);
    }
  }

  /** Drawn beside parts, the count with the flow may not fit the flow without them. */
  private static Map<String, String> consistent(Map<String, String> flow) {
    if (flow.containsKey("so_far") && flow.containsKey("together")) {
      BigDecimal before = new BigDecimal(flow.get("so_far"));
      BigDecimal here = new BigDecimal(flow.getOrDefault("crowd", "0"));
      flow.put("together", before.max(here).toPlainString());
    }
    return flow;
  }

  private static Map<String, String> divided(
      Map<String, String> common, List<Map<String, String>> parts) {
    Map<String, String> divided = new LinkedHashMap<>(common);
    divided.put("parts", parts.stream().map(Flows::json).toList().toString());
    return divided;
  }

  private static String hash(Program program, Map<String, String> flow) {
    return program.decide(Flows.facts(flow, program.policy()), Asked.ALL).hashes().flow();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}

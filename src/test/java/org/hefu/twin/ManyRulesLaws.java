package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Instrument;

/**
 * An index answers as the rules one by one do, whether there are few of them or so many that it
 * begins to hold them in another way.
 */
class ManyRulesLaws {
  private static final List<Integer> SIZES =
      List.of(2, 3, 5, 30, 62, 63, 64, 65, 130, 240, 250, 260, 500, 530, 2600);

  /** Up to so many are put to the twin, which is slow. */
  private static final int FEW = 130;

  @Property(tries = 30, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theIndexAnswersAsTheRulesOneByOne(@ForAll long seed) {
    Random random = new Random(seed);
    int size = SIZES.get(random.nextInt(SIZES.size()));
    Drawn drawn = new ManyRules(random).drawn(size);
    Sides sides =
        Sides.of(drawn)
            .orElseThrow(
                () -> new AssertionError(Load.texts(drawn.sources(), false).problems().getFirst()));
    Program program = sides.program();
    Set<String> some =
        program.policy().instruments().stream()
            .map(Instrument::module)
            .filter(_ -> random.nextBoolean())
            .collect(Collectors.toSet());
    // What is asked often gets an index of its own.
    Facts first = Flows.facts(Flows.draw(program.policy(), random), program.policy());
    for (int i = 0; i < 100; i++) {
      program.outcome(first, Asked.of(some));
    }
    for (int i = 0; i < (size > FEW ? 30 : 8); i++) {
      Map<String, String> flow = Flows.draw(program.policy(), random);
      if (size <= FEW) {
        assertEquals("", sides.difference(flow, false), () -> seed + ": " + Flows.json(flow));
      }
      Facts facts = Flows.facts(flow, program.policy());
      // Whoever asks for reasons is answered by the rules one by one.
      assertEquals(
          program.decide(facts, Asked.ALL).outcome(),
          program.outcome(facts, Asked.ALL),
          () -> seed + ": " + Flows.json(flow));
      assertEquals(
          program.decide(facts, Asked.of(some)).outcome(),
          program.outcome(facts, Asked.of(some)),
          () -> seed + ": " + some + " " + Flows.json(flow));
      assertEquals(
          program.outcome(facts, Asked.ALL),
          sides.often().outcome(facts, Asked.ALL),
          () -> seed + ", by code: " + Flows.json(flow));
      assertEquals(
          program.outcome(facts, Asked.of(some)),
          sides.often().outcome(facts, Asked.of(some)),
          () -> seed + ", by code: " + some + " " + Flows.json(flow));
    }
  }
}

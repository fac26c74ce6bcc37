package org.hefu.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.Load;
import org.hefu.decide.DecisionJson;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.text.DeepStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy that was written and read again is the same policy. */
class StoreTest {
  static List<List<Path>> policies() throws IOException {
    try (Stream<Path> examples = Files.walk(Path.of("examples"))) {
      return Stream.concat(
              Stream.of(List.<Path>of()),
              examples
                  .filter(f -> f.toString().endsWith(".hefu"))
                  .filter(f -> !f.toString().contains("hundred-thousand"))
                  .sorted()
                  .map(List::of))
          .toList();
    }
  }

  /**
   * Everything that is written, and what is shared in it, comes back: else it would be written
   * otherwise.
   */
  @ParameterizedTest
  @MethodSource("policies")
  void whatIsReadIsWrittenAlike(List<Path> paths) {
    Optional<Policy> policy = Load.paths(paths, true).policy();
    if (policy.isEmpty()) { // a file that others use, or that stands for what is wrong
      return;
    }
    byte[] written = written(policy.get());
    assertArrayEquals(written, written(read(written)));
  }

  @Test
  void whatIsReadDecidesEveryScenarioAlike() {
    Policy fresh = Load.paths(List.of(Path.of("stdlib")), false).policy().orElseThrow();
    Policy kept = read(written(fresh));
    assertEquals(fresh.sources().hash(), kept.sources().hash());
    assertEquals(fresh.accounts().size(), kept.accounts().size());
    Program program = Program.of(fresh);
    Program once = Program.once(kept);
    assertFalse(fresh.scenarios().isEmpty());
    for (int i = 0; i < fresh.scenarios().size(); i++) {
      assertEquals(
          said(program, fresh.scenarios().get(i)),
          said(once, kept.scenarios().get(i)),
          fresh.scenarios().get(i).title().en());
    }
  }

  private static String said(Program program, Scenario scenario) {
    Facts facts = Facts.of(program.policy(), scenario.given(), scenario.parts());
    Asked asked = new Asked(scenario.using(), scenario.withDrafts());
    return DecisionJson.line(program.decide(facts, asked), scenario.title().en());
  }

  private static byte[] written(Policy policy) {
    return DeepStack.call(() -> Store.write(policy));
  }

  private static Policy read(byte[] bytes) {
    return DeepStack.call(() -> Store.read(bytes, 0));
  }
}

package org.hefu.twin;

import static org.hefu.twin.Policies.Feature.EXEMPT_FROM_TALLIES;
import static org.hefu.twin.Policies.Feature.KNOWN;
import static org.hefu.twin.Policies.Feature.PRESUMPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.format.Format;
import org.hefu.model.Outcome;
import org.hefu.parse.Parse;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** The engine decides what the page says, and what must not matter does not. */
class TwinLaws {
  private static final int TRIES = Integer.getInteger("hefu.twin.tries", 1000);
  private static final int BATCHES = 100;
  private static final int FLOWS = 4;
  private static final int FEW_FLOWS = 2;
  private static final long BEGAN = System.nanoTime();

  @Property(tries = BATCHES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void engineAndTwinAgree(@ForAll("seeds") long seed) {
    // Each policy has a seed of its own, so that it is the same whatever the others do.
    List<Long> seeds = new Random(seed).longs(Math.ceilDiv(TRIES, BATCHES)).boxed().toList();
    List<String> differences =
        seeds.parallelStream().map(TwinLaws::difference).flatMap(Optional::stream).toList();
    assertTrue(
        differences.isEmpty(), () -> differences.size() + ", first " + differences.getFirst());
  }

  static Optional<String> difference(long seed) {
    Random random = new Random(seed);
    String difference = Sides.difference(Policies.mixed(random), FLOWS, random);
    return difference.isEmpty() ? Optional.empty() : Optional.of(seed + ": " + difference);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfDeclarationsChangesNothing(
      @ForAll("policies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    sameAnswers(policy, policy.shuffled(random), random);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void layingOutChangesNothing(@ForAll("policies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Optional<Language> keywords =
        List.of(Optional.<Language>empty(), Optional.of(Language.ZH), Optional.of(Language.EN))
            .get(random.nextInt(3));
    List<Drawn.Module> modules = new ArrayList<>();
    for (Source source : policy.sources()) {
      boolean isTable = source.name().endsWith(".csv");
      String text = isTable ? source.text() : Format.text(Parse.tokens(source), source, keywords);
      modules.add(new Drawn.Module(source.name(), text, List.of()));
    }
    sameAnswers(policy, new Drawn(modules), random);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void knowingLessNeverLiftsABan(
      @ForAll("monotonePolicies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Optional<Program> program = program(policy);
    for (int flow = 0; program.isPresent() && flow < FEW_FLOWS; flow++) {
      Map<String, String> facts = Flows.draw(program.get().policy(), random);
      if (answer(program.get(), facts).outcome() == Outcome.PROHIBITED) {
        for (String path : facts.keySet()) {
          Map<String, String> less = new LinkedHashMap<>(facts);
          less.remove(path);
          // Without its parts, a flow is another one.
          boolean required = List.of("act", "on", "parts").contains(path);
          assertTrue(
              required || isNoLess(answer(program.get(), less).outcome()),
              () -> "without " + path + ": " + Flows.json(facts) + "\n" + policy);
        }
      }
    }
  }

  private static boolean isNoLess(Outcome outcome) {
    return outcome == Outcome.PROHIBITED || outcome == Outcome.UNDETERMINED;
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whatIsNotInForceChangesNothing(
      @ForAll("policies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    String force =
        List.of("in_force: 2030-01-01 ..", "in_force: 2000-01-01 .. 2020-01-01", "status: draft")
            .get(random.nextInt(3));
    List<String> rules = policy.find(Pattern.compile("(?:rule|规则) (r\\d_\\d)"));
    List<String> steps = policy.find(Pattern.compile("(?:procedure|程序) (proc\\d_\\d)"));
    List<String> norms = policy.find(Pattern.compile("(?:module|模块) (norms\\.m\\d)"));
    String head = "module norms.idle\nuse base\nuse " + String.join("\nuse ", norms);
    List<String> idle =
        List.of(
            "instrument \"未施行\" { rank: constitution %s }".formatted(force),
            "rule idle_ban (art 1) { forbid a0, a1, a2 overrides %s }"
                .formatted(String.join(", ", rules)),
            "rule idle_leave (art 2) { permit a0, a1, a2 despite %s }"
                .formatted(String.join(", ", rules)),
            "rule idle_step (art 3) { require %s before a0, a1, a2 }"
                .formatted(String.join(", ", steps)),
            "rule idle_relief (art 4) { exempt a0, a1, a2 from %s }"
                .formatted(String.join(", ", steps)),
            "rule idle_guess (art 5) { presume sign }");
    sameAnswers(policy, policy.with(new Drawn.Module("norms.idle", head, idle)), random);
  }

  private static void sameAnswers(Drawn policy, Drawn other, Random random) {
    Optional<Program> program = program(policy);
    if (program.isEmpty()) {
      return;
    }
    Load.Loaded loaded = Load.texts(other.sources(), false);
    Program changed =
        loaded
            .policy()
            .map(Program::of)
            .orElseThrow(() -> new AssertionError(loaded.problems() + "\n" + other));
    for (int flow = 0; flow < FEW_FLOWS; flow++) {
      Map<String, String> facts = Flows.draw(program.get().policy(), random);
      assertEquals(
          answer(program.get(), facts),
          answer(changed, facts),
          () -> Flows.json(facts) + "\n" + policy);
    }
  }

  static Optional<Program> program(Drawn policy) {
    return Load.texts(policy.sources(), false).policy().map(Program::of);
  }

  static Answer answer(Program program, Map<String, String> flow) {
    return Answer.of(program.decide(Flows.facts(flow, program.policy()), Asked.ALL));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Provide
  Arbitrary<Drawn> policies() {
    return Policies.without();
  }

  @Provide
  Arbitrary<Drawn> monotonePolicies() {
    // A count that is stated against what it is made of is taken as it is stated.
    return Policies.without(KNOWN, PRESUMPTIONS, EXEMPT_FROM_TALLIES);
  }

  /** Nearly all policies that are drawn are to have no problem. */
  @AfterContainer
  static void count() {
    if (System.getProperty("hefu.twin.tries") != null) {
      System.out.printf("%s in %d s%n", Sides.COUNTS, (System.nanoTime() - BEGAN) / 1_000_000_000);
    }
    int refused = Sides.COUNTS.getOrDefault("refused policies", 0);
    int sound = Sides.COUNTS.getOrDefault("sound policies", 0);
    assertTrue(refused * 10 <= sound, refused + " policies are unsound, " + sound + " sound");
  }
}

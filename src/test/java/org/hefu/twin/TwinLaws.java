package org.hefu.twin;

import static org.hefu.twin.Policies.Feature.EXEMPT_FROM_TALLIES;
import static org.hefu.twin.Policies.Feature.KNOWN;
import static org.hefu.twin.Policies.Feature.PRESUMPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.decide.Requirement;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.format.Format;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.parse.Parse;
import org.hefu.problem.Problem;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** The engine decides what the page says, and what must not matter does not. */
class TwinLaws {
  private static final int TRIES = Integer.getInteger("hefu.twin.tries", 1000);
  private static final int BATCHES = 100;
  private static final int FLOWS = 4;
  private static final int FEW_FLOWS = 2;

  private static final Map<Outcome, Integer> COUNTS = new EnumMap<>(Outcome.class);
  private static int drawn = 0;
  private static int sound = 0;
  private static int unsettled = 0;
  private static int drafted = 0;

  /**
   * What is compared: the outcome, whether texts clash, what is surely still to be done, and what
   * became of each rule.
   */
  record Answer(
      Outcome outcome, boolean isUnsettled, Set<Set<String>> open, Set<String> findings) {}

  @Property(tries = BATCHES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void engineAndTwinAgree(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    int batch = Math.ceilDiv(TRIES, BATCHES);
    int refused = 0;
    List<String> why = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      Drawn policy = Policies.draw(random);
      Optional<Program> program = program(policy);
      if (program.isEmpty()) {
        refused++;
        why.add(problems(policy));
        continue;
      }
      for (int flow = 0; flow < FLOWS; flow++) {
        Map<String, String> facts = Flows.draw(program.get().policy(), random);
        if (!difference(program.get(), facts).isEmpty()) {
          throw new AssertionError(new Smaller(policy, facts, TwinLaws::difference).run());
        }
      }
    }
    drawn += batch;
    sound += batch - refused;
    assertTrue(refused * 10 <= batch, refused + " of " + batch + " policies are unsound: " + why);
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

  private static String problems(Drawn policy) {
    return Load.texts(policy.sources(), false).problems().stream()
        .filter(Problem::isError)
        .map(p -> p.code() + " at " + p.span() + ": " + p.span().text())
        .toList()
        .toString();
  }

  static Optional<Program> program(Drawn policy) {
    return Load.texts(policy.sources(), false).policy().map(Program::of);
  }

  private static String difference(Drawn policy, Map<String, String> flow) {
    return program(policy).map(p -> difference(p, flow)).orElse("");
  }

  static String difference(Program program, Map<String, String> flow) {
    Facts facts = Flows.facts(flow, program.policy());
    Twin twin = new Twin(program.policy(), facts, reach(program.policy()));
    Answer expected =
        new Answer(
            twin.outcome(),
            twin.isUnsettled(),
            twin.openRequirements(),
            facts.parts().isEmpty() ? twin.findings() : Set.of());
    Answer found = answer(program, flow);
    Outcome alone = program.outcome(facts, Asked.ALL);
    COUNTS.merge(alone, 1, Integer::sum);
    unsettled += found.isUnsettled() ? 1 : 0;
    Outcome adopted = twin.ifAdopted();
    Outcome foundAdopted = ifAdopted(program, facts);
    drafted += adopted == alone ? 0 : 1;
    if (adopted != foundAdopted) {
      return "if adopted, twin: %s, engine: %s".formatted(adopted, foundAdopted);
    }
    return expected.equals(found) && expected.outcome() == alone
        ? ""
        : "twin: %s%nengine: %s, alone %s".formatted(expected, found, alone);
  }

  private static Outcome ifAdopted(Program program, Facts facts) {
    return program.decide(facts, Asked.ALL.alsoDrafts()).ifAdopted().orElseThrow().outcome();
  }

  static Answer answer(Program program, Map<String, String> flow) {
    Decision decision = program.decide(Flows.facts(flow, program.policy()), Asked.ALL);
    Set<Set<String>> open = new HashSet<>();
    for (Requirement requirement : decision.requirements()) {
      if (requirement.certain() && requirement.isOpen()) {
        open.add(
            new TreeSet<>(
                requirement.choices().stream().map(c -> c.procedure().names().name()).toList()));
      }
    }
    Set<String> findings = new TreeSet<>();
    // Of a flow with parts, each part has findings of its own.
    Stream.of(decision.findings(), decision.duties(), decision.advice())
        .filter(_ -> decision.parts().isEmpty())
        .flatMap(List::stream)
        .forEach(f -> findings.add(Twin.told(f.rule(), f.standing().word(), f.defeatedBy())));
    return new Answer(decision.outcome(), decision.isUnsettled(), open, findings);
  }

  /** Who may defeat whom, from what the policy's authors wrote. */
  private static List<Set<Rule>> reach(Policy policy) {
    return Reach.of(policy, policy.sources().stream().map(s -> Parse.file(s).module()).toList());
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

  @AfterContainer
  static void count() {
    if (System.getProperty("hefu.twin.tries") != null) {
      System.out.printf(
          "%d of %d policies sound; decisions: %s; unsettled between texts: %d; other if drafts"
              + " were adopted: %d%n",
          sound, drawn, COUNTS, unsettled, drafted);
    }
  }
}

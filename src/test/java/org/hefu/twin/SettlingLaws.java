package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
import org.hefu.decide.Missing;
import org.hefu.decide.Requirement;
import org.hefu.decide.Settling;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.engine.Trials;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.seek.Decide;

/**
 * What is said to be settled is so, whatever the unknown facts and open points of law turn out to
 * be.
 */
class SettlingLaws {
  private static final int FLOWS = 4;
  private static final int COMPLETIONS = 30;
  private static final int FEW = 5;
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whatIsSettledHoldsForEveryCompletion(
      @ForAll("policies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Optional<Program> program = program(policy);
    for (int i = 0; program.isPresent() && i < FLOWS; i++) {
      Map<String, String> flow = undivided(program.get(), random);
      Facts facts = Flows.facts(flow, program.get().policy());
      Decision decision = Decide.flow(program.get(), facts, Asked.ALL);
      Settling settling = decision.settling().orElse(null);
      COUNTS.merge(decision.settling().map(Settling::word).orElse("known"), 1, Integer::sum);
      if (settling instanceof Settling.Settled || settling instanceof Settling.Branches) {
        assertNotEquals(Outcome.UNDETERMINED, decision.outcome());
        Set<Fact> stated = AskedAsStated.of(program.get().policy(), facts);
        stated.removeAll(tried(settling));
        decision.presumptions().forEach(p -> stated.add(p.value().fact()));
        for (int j = 0; j < COMPLETIONS; j++) {
          holds(program.get(), flow, decision, stated, random, policy);
        }
      }
    }
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theOutcomeAloneIsTheSame(@ForAll("policies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Optional<Program> program = program(policy);
    for (int i = 0; program.isPresent() && i < FLOWS; i++) {
      Facts facts = facts(program.get(), random);
      assertEquals(
          Decide.flow(program.get(), facts, Asked.ALL).outcome(),
          Decide.outcome(program.get(), facts, Asked.ALL));
    }
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theSmallestSetSettles(@ForAll("policies") Drawn policy, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Optional<Program> program = program(policy);
    for (int i = 0; program.isPresent() && i < FLOWS; i++) {
      Map<String, String> flow = undivided(program.get(), random);
      Facts facts = Flows.facts(flow, program.get().policy());
      Settling settling = Decide.flow(program.get(), facts, Asked.ALL).settling().orElse(null);
      if (settling instanceof Settling.Open(var sufficient, _, _) && !sufficient.isEmpty()) {
        Set<Fact> found = new HashSet<>();
        sufficient.forEach(m -> found.add(m.fact()));
        for (int j = 0; j < FEW; j++) {
          Map<String, String> filled =
              Flows.completed(flow, program.get().policy(), found::contains, random);
          if (!Flows.isSound(filled, program.get().policy())) {
            continue;
          }
          Facts more = Flows.facts(filled, program.get().policy());
          assertNotEquals(
              Outcome.UNDETERMINED,
              Decide.flow(program.get(), more, Asked.ALL).outcome(),
              () -> found + " " + Flows.json(flow) + "\n" + Flows.json(filled) + "\n" + policy);
        }
      }
    }
  }

  /** A flow without parts: what is filled in is filled in once. */
  private static Map<String, String> undivided(Program program, Random random) {
    Map<String, String> flow = Flows.draw(program.policy(), random);
    flow.remove("parts");
    while (!Flows.isSound(flow, program.policy())) {
      flow.remove("together");
      flow.remove("so_far");
    }
    return flow;
  }

  private static void holds(
      Program program,
      Map<String, String> flow,
      Decision decision,
      Set<Fact> stated,
      Random random,
      Drawn policy) {
    Map<String, String> all =
        Flows.completed(flow, program.policy(), f -> !stated.contains(f), random);
    if (!Flows.isSound(all, program.policy())) {
      return;
    }
    Trials trials = program.trials(Flows.facts(all, program.policy()), Asked.ALL, false);
    long[] row = trials.row();
    for (Question question : program.policy().questions()) {
      row[question.slot()] = random.nextBoolean() ? Row.TRUE : Row.FALSE;
    }
    Outcome outcome = trials.of(row).outcome();
    boolean done =
        decision.outcome() == Outcome.CONDITIONAL
            && outcome == Outcome.PERMITTED
            && decision.requirements().stream()
                .filter(r -> r.certain() && r.isOpen())
                .allMatch(r -> isMet(r, row));
    assertTrue(
        done || outcome == decision.outcome(),
        () ->
            decision.outcome()
                + " became "
                + outcome
                + ": "
                + Flows.json(all)
                + "\nfrom: "
                + Flows.json(flow)
                + "\n"
                + stated
                + tried(decision.settling().orElseThrow())
                + "\n"
                + policy);
  }

  private static boolean isMet(Requirement requirement, long[] row) {
    return requirement.choices().stream()
        .anyMatch(c -> row[c.procedure().met().slot()] == Row.TRUE);
  }

  /** The unknown facts that it has told of what becomes of them. */
  private static Set<Fact> tried(Settling settling) {
    List<Missing> unknown =
        switch (settling) {
          case Settling.Settled(var its) -> its;
          case Settling.Branches(var its, var splitBy, _, _) ->
              Stream.concat(its.stream(), splitBy.stream()).toList();
          case Settling.Open _, Settling.PastBound _ -> List.of();
        };
    Set<Fact> facts = new HashSet<>();
    for (Missing each : unknown) {
      if (each instanceof Missing.OfFact(var fact, _, _)) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private static Facts facts(Program program, Random random) {
    return Flows.facts(Flows.draw(program.policy(), random), program.policy());
  }

  private static Optional<Program> program(Drawn policy) {
    return Load.texts(policy.sources(), false).policy().map(Program::of);
  }

  /** Else the laws would hold of nothing. */
  @AfterContainer
  static void everyWayCame() {
    for (String word : List.of("settled", "open")) {
      assertTrue(COUNTS.getOrDefault(word, 0) > 0, () -> word + " never came: " + COUNTS);
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Provide
  Arbitrary<Drawn> policies() {
    return Arbitraries.oneOf(Policies.without(), Policies.without(Policies.Feature.KNOWN));
  }
}

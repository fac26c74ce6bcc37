package org.hefu.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.decide.DecisionJson;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.problem.Problem;

/**
 * Both who decide a policy's flows: the engine's program, with nodes and with code, and what the
 * twin asks of the policy.
 */
record Sides(Program program, Program often, List<Set<Rule>> defeaters) {
  /** How often what came; threads may share it. */
  static final ConcurrentMap<String, Integer> COUNTS = new ConcurrentSkipListMap<>();

  /** In so many flows, one is asked about with drafts, too. */
  private static final int WITH_DRAFTS = 4;

  /** None of a policy that has a problem. */
  static Optional<Sides> of(Drawn drawn) {
    Load.Loaded loaded = Load.texts(drawn.sources(), false);
    return loaded
        .policy()
        // Code works out first what the first flow asked for.
        .map(p -> new Sides(Program.of(p), Program.often(p, 1, 8), Reach.of(p, loaded.modules())));
  }

  static String problems(Drawn drawn) {
    return Load.texts(drawn.sources(), false).problems().stream()
        .filter(Problem::isError)
        .map(p -> p.code() + " at " + p.span() + ": " + p.span().text())
        .toList()
        .toString();
  }

  Policy policy() {
    return program.policy();
  }

  Twin twin(Facts facts) {
    return new Twin(policy(), facts, defeaters);
  }

  /** In what the two differ over some flows of a policy, made small; empty if in nothing. */
  static String difference(Drawn drawn, int flows, Random random) {
    Optional<Sides> sides = of(drawn);
    count(sides.isPresent() ? "sound policies" : "refused policies");
    for (int i = 0; sides.isPresent() && i < flows; i++) {
      Map<String, String> flow = Flows.draw(sides.get().policy(), random);
      boolean drafts = i % WITH_DRAFTS == 0;
      if (!sides.get().difference(flow, drafts).isEmpty()) {
        return new Smaller(drawn, flow, (d, f) -> of(d).map(s -> s.again(f, drafts)).orElse(""))
            .run();
      }
    }
    return "";
  }

  /** The same, asked so often that code is made once more. */
  private String again(Map<String, String> flow, boolean drafts) {
    return Stream.generate(() -> difference(flow, drafts))
        .limit(3)
        .filter(d -> !d.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** In what the two differ; empty if in nothing. */
  String difference(Map<String, String> flow, boolean drafts) {
    Facts facts = Flows.facts(flow, policy());
    Twin twin = twin(facts);
    Answer expected = Answer.of(twin, !facts.parts().isEmpty());
    Decision decision = program.decide(facts, drafts ? Asked.ALL.alsoDrafts() : Asked.ALL);
    Answer found = Answer.of(decision);
    Outcome alone = program.outcome(facts, Asked.ALL);
    count(alone.word());
    if (found.isUnsettled()) {
      count("unsettled between texts");
    }
    if (drafts) {
      Outcome adopted = twin.ifAdopted();
      Outcome foundAdopted = decision.ifAdopted().orElseThrow().outcome();
      count(adopted == alone ? "asked with drafts" : "other if drafts were adopted");
      if (adopted != foundAdopted) {
        return "if adopted, twin: %s, engine: %s".formatted(adopted, foundAdopted);
      }
    }
    Outcome byCode = often.outcome(facts, Asked.ALL);
    if (!expected.equals(found) || expected.outcome() != alone || alone != byCode) {
      return "twin: %s%nengine: %s, alone %s, by code %s".formatted(expected, found, alone, byCode);
    }
    String byNodes = DecisionJson.text(program.decide(facts, Asked.ALL), "flow");
    String byIndex = DecisionJson.text(often.decide(facts, Asked.ALL), "flow");
    return byNodes.equals(byIndex) ? "" : "by nodes: %s%nby index: %s".formatted(byNodes, byIndex);
  }

  static void count(String what) {
    COUNTS.merge(what, 1, Integer::sum);
  }
}

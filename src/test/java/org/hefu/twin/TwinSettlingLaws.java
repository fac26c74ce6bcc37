package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.hefu.decide.Decision;
import org.hefu.decide.Missing;
import org.hefu.decide.Settling;
import org.hefu.engine.Asked;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.seek.Decide;

/** What is said of an undetermined answer is what trying everything comes to. */
class TwinSettlingLaws {
  private static final int TRIES = Integer.getInteger("hefu.twin.tries", 3000) / 10;
  private static final int BATCHES = 20;
  private static final int FLOWS = 6;
  private static final int BOUND = 1000;

  /** In so many flows, one is settled as if the drafts were adopted. */
  private static final int WITH_DRAFTS = 3;

  private static final ConcurrentMap<String, Integer> COUNTS = new ConcurrentSkipListMap<>();

  @Property(tries = BATCHES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void engineAndTwinSettleAlike(@ForAll("seeds") long seed) {
    List<Long> seeds = new Random(seed).longs(Math.ceilDiv(TRIES, BATCHES)).boxed().toList();
    List<String> differences =
        seeds.parallelStream().map(TwinSettlingLaws::compared).flatMap(Optional::stream).toList();
    assertTrue(
        differences.isEmpty(), () -> differences.size() + ", first " + differences.getFirst());
  }

  static Optional<String> compared(long seed) {
    Random random = new Random(seed);
    Drawn drawn = Policies.mixed(random);
    Optional<Sides> sides = Sides.of(drawn);
    for (int i = 0; sides.isPresent() && i < FLOWS; i++) {
      Map<String, String> flow = Flows.lacking(sides.get().policy(), drawn, random);
      boolean drafts = i % WITH_DRAFTS == 0;
      if (!difference(sides.get(), flow, drafts, true).isEmpty()) {
        Smaller smaller =
            new Smaller(
                drawn,
                flow,
                (d, f) -> Sides.of(d).map(s -> difference(s, f, drafts, false)).orElse(""));
        return Optional.of(seed + ": " + smaller.run());
      }
    }
    return Optional.empty();
  }

  /** In what the two differ; empty if in nothing, or where the twin cannot tell. */
  static String difference(Sides sides, Map<String, String> flow, boolean drafts, boolean counts) {
    if (!Flows.isSound(flow, sides.policy())) {
      return "";
    }
    Facts facts = Flows.facts(flow, sides.policy());
    if (!facts.parts().isEmpty()) {
      return "";
    }
    Twin inForce = sides.twin(facts);
    Twin twin = drafts ? inForce.adopted() : inForce;
    if (twin.outcome() != Outcome.UNDETERMINED || twin.isUnsettled()) {
      return "";
    }
    TwinSettling.Result expected = TwinSettling.of(sides.policy(), twin, BOUND);
    Asked asked = drafts ? Asked.ALL.alsoDrafts() : Asked.ALL;
    Decision beside = Decide.flow(sides.program(), facts, asked);
    Decision decision = drafts ? beside.ifAdopted().orElseThrow().decision() : beside;
    Settling settling = decision.settling().orElseThrow();
    if (counts && drafts) {
      COUNTS.merge("as if drafts were adopted", 1, Integer::sum);
    }
    String what =
        settling instanceof Settling.PastBound
            ? "skipped, past the engine's bound"
            : expected.settled().map(TwinSettling.Settled::word).orElse(expected.skipped());
    if (counts) {
      COUNTS.merge(what, 1, Integer::sum);
      if (expected.settled().filter(s -> !s.sufficient().isEmpty()).isPresent()) {
        COUNTS.merge("open with facts that settle it", 1, Integer::sum);
      }
      if (expected.settled().filter(s -> !s.law().isEmpty()).isPresent()) {
        COUNTS.merge("open with points of law", 1, Integer::sum);
      }
    }
    TwinSettling.Settled found = settled(decision, settling);
    return what.startsWith("skipped") || expected.settled().orElseThrow().equals(found)
        ? ""
        : "twin: %s%nengine: %s".formatted(expected.settled().orElseThrow(), found);
  }

  private static TwinSettling.Settled settled(Decision decision, Settling settling) {
    Set<String> none = Set.of();
    Outcome outcome = decision.outcome();
    return switch (settling) {
      case Settling.Settled _ -> {
        boolean first = outcome == Outcome.CONDITIONAL;
        Set<Set<String>> toDo = first ? Answer.open(decision) : Set.of();
        yield new TwinSettling.Settled("settled", outcome, Set.of(toDo), none, none);
      }
      case Settling.Branches(_, _, var branches, _) ->
          new TwinSettling.Settled(
              "branches",
              outcome,
              branches.stream().map(b -> names(b.requirements())).collect(Collectors.toSet()),
              none,
              none);
      case Settling.Open(var sufficient, var law, _) ->
          new TwinSettling.Settled(
              "open",
              outcome,
              Set.of(),
              TwinSettling.names(sufficient.stream().map(Missing.OfFact::fact).toList()),
              law.stream()
                  .map(l -> l.question().names().name())
                  .collect(Collectors.toCollection(TreeSet::new)));
      case Settling.PastBound _ ->
          new TwinSettling.Settled("past bound", outcome, Set.of(), none, none);
    };
  }

  private static Set<Set<String>> names(List<List<Procedure>> requirements) {
    Set<Set<String>> names = new HashSet<>();
    requirements.forEach(
        r -> names.add(new TreeSet<>(r.stream().map(p -> p.names().name()).toList())));
    return names;
  }

  /** Else the law would hold of nothing. */
  @AfterContainer
  static void everyWayCame() {
    if (System.getProperty("hefu.twin.tries") != null) {
      System.out.println(COUNTS);
    }
    for (String word : List.of("settled", "open", "open with facts that settle it")) {
      assertTrue(
          TRIES < 300 || COUNTS.getOrDefault(word, 0) > 0, () -> word + " hardly came: " + COUNTS);
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    // What CI tries is the same each time; `./dev twin` draws anew.
    return System.getProperty("hefu.twin.tries") == null
        ? Arbitraries.longs().between(1, BATCHES)
        : Arbitraries.longs();
  }
}

package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import org.hefu.decide.Finding;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Span;

/** What the checker warns of is so, whatever the flow. */
class WarningLaws {
  private static final int FLOWS = 12;

  private static int idle = 0;

  @Property(tries = 150, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void warningsHold(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    Drawn drawn = Policies.draw(random);
    Load.Loaded loaded = Load.texts(drawn.sources(), false);
    if (loaded.policy().isEmpty()) {
      return;
    }
    Policy policy = loaded.policy().get();
    Program program = Program.of(policy);
    for (int flow = 0; flow < FLOWS; flow++) {
      Map<String, String> facts = Flows.draw(policy, random);
      Decision decision = program.decide(Flows.facts(facts, policy), Asked.ALL);
      List<Finding> findings = new ArrayList<>(decision.findings());
      findings.addAll(decision.duties());
      findings.addAll(decision.advice());
      for (Problem problem : loaded.problems()) {
        assertTrue(holds(problem, findings), () -> problem + "\n" + facts + "\n" + drawn);
      }
    }
    for (Problem problem : loaded.problems()) {
      idle += problem.code() == Code.NEVER_APPLIES || problem.code() == Code.NEVER_MET ? 1 : 0;
    }
  }

  /** Repeats are too rare among drawn rules to be counted on; what never applies is not. */
  @AfterContainer
  static void thereWereSome() {
    assertTrue(idle > 20, idle + " that never apply");
  }

  private static boolean holds(Problem problem, List<Finding> findings) {
    Span place = problem.span();
    return switch (problem.code()) {
      case NEVER_APPLIES -> applied(findings).noneMatch(r -> r.declared().equals(place));
      case NEVER_MET -> applied(findings).noneMatch(r -> r.when().span().equals(place));
      case RULE_TWICE, RULE_COVERED -> {
        Set<Span> applied = new HashSet<>(applied(findings).map(Rule::declared).toList());
        yield !applied.contains(place) || applied.contains(problem.related().getFirst().span());
      }
      default -> true;
    };
  }

  private static Stream<Rule> applied(List<Finding> findings) {
    return findings.stream()
        // What is defeated may not have applied: whether it did no longer matters.
        .filter(f -> f.standing() == Finding.Standing.APPLIED)
        .map(Finding::rule);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}

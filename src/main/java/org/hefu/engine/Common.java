package org.hefu.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.node.TruthNode;

/** What telling reasons looks up that is common to all flows of a policy. */
final class Common {
  /** For each rule, whether it grounds an answer, as duties and advice do not. */
  final boolean[] grounds;

  /** For each guard, those of these rules that stand behind it. */
  final Some[] guarded;

  final List<Step.Presume> presumptions;

  /** The comparisons with a count, by the definition that each is. */
  final Map<Definition, Tally.Compared> comparisons;

  private final Map<Term, TruthNode> truths = Collections.synchronizedMap(new IdentityHashMap<>());

  Common(Policy policy, Verdict verdict) {
    this.grounds = new boolean[policy.rules().size()];
    this.guarded = new Some[verdict.guards()];
    Arrays.setAll(guarded, _ -> new Some());
    for (Rule rule : policy.rules()) {
      if (!(rule.effect() instanceof Effect.Oblige) && !(rule.effect() instanceof Effect.Advise)) {
        grounds[rule.index()] = true;
        guarded[verdict.guardOf(rule.index())].add(rule.index());
      }
    }
    this.presumptions =
        policy.steps().stream()
            .filter(Step.Presume.class::isInstance)
            .map(Step.Presume.class::cast)
            .toList();
    this.comparisons = Tally.comparisons(policy.tallies());
  }

  /** The node of a condition, made once. */
  TruthNode truth(Term condition) {
    return truths.computeIfAbsent(condition, Lower.ALL::truth);
  }
}

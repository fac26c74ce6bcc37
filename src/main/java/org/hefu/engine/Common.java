package org.hefu.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;

/** What telling reasons looks up that is common to all flows of a policy. */
final class Common {
  /** The indices of the rules that ground an answer, as duties and advice do not. */
  final int[] grounding;

  /** For each rule, whether it is one of these. */
  final boolean[] grounds;

  /** For each guard, those of these that stand behind it. */
  final int[][] guarded;

  final int[] duties;
  final int[] advice;
  final int[] requiring;

  /** The duties that have a last day. */
  final int[] dated;

  final List<Step.Presume> presumptions;

  /** The comparisons with a count, by the definition that each is. */
  final Map<Definition, Tally.Compared> comparisons;

  Common(Policy policy, Verdict verdict) {
    this.duties = rules(policy, e -> e instanceof Effect.Oblige);
    this.advice = rules(policy, e -> e instanceof Effect.Advise);
    this.grounding =
        rules(policy, e -> !(e instanceof Effect.Oblige) && !(e instanceof Effect.Advise));
    this.grounds = new boolean[policy.rules().size()];
    int[] behind = new int[verdict.guards()];
    for (int i : grounding) {
      grounds[i] = true;
      behind[verdict.guardOf(i)]++;
    }
    this.guarded = new int[behind.length][];
    Arrays.setAll(guarded, guard -> new int[behind[guard]]);
    for (int i : grounding) {
      int[] all = guarded[verdict.guardOf(i)];
      all[all.length - behind[verdict.guardOf(i)]--] = i;
    }
    this.requiring = rules(policy, e -> e instanceof Effect.Require);
    this.dated = rules(policy, e -> e instanceof Effect.Oblige duty && duty.due().isPresent());
    this.presumptions =
        policy.steps().stream()
            .filter(Step.Presume.class::isInstance)
            .map(Step.Presume.class::cast)
            .toList();
    this.comparisons = Tally.comparisons(policy.tallies());
  }

  private static int[] rules(Policy policy, Predicate<Effect> which) {
    return policy.rules().stream()
        .filter(r -> which.test(r.effect()))
        .mapToInt(Rule::index)
        .toArray();
  }
}

package org.hefu.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.node.TruthNode;
import org.jspecify.annotations.Nullable;

/** What telling reasons looks up that is common to all flows of a policy. */
final class Common {
  /** For so many sets of guards it is remembered which rules govern; a power of two. */
  private static final int RECENT = 64;

  /** The rules that govern flows of these guards; whichever thread finds one, finds it whole. */
  private static final class Governing {
    private final byte[] guards;
    private final int[] rules;

    private Governing(byte[] guards, int[] rules) {
      this.guards = guards;
      this.rules = rules;
    }
  }

  final Policy policy;
  final Verdict verdict;

  /** For each rule, whether it grounds an answer, as duties and advice do not. */
  final boolean[] grounds;

  /** For each guard, those of these rules that stand behind it. */
  private final Some[] guarded;

  /** What was found last for some guards. */
  private final @Nullable Governing[] recent = new @Nullable Governing[RECENT];

  /** What is found of each rule that does not apply; whichever thread finds one, finds it whole. */
  private final @Nullable Finding[] notApplied;

  final List<Step.Presume> presumptions;

  /** The comparisons with a count, by the definition that each is. */
  final Map<Definition, Tally.Compared> comparisons;

  private final Map<Term, TruthNode> truths = Collections.synchronizedMap(new IdentityHashMap<>());

  Common(Policy policy, Verdict verdict) {
    this.policy = policy;
    this.verdict = verdict;
    this.notApplied = new @Nullable Finding[policy.rules().size()];
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

  /**
   * The rules that ground an answer and govern a flow, or may, in their order. Most flows have the
   * guards of some flow before.
   *
   * @param guards for each, whether the rules behind it govern the flow
   */
  int[] governing(byte[] guards) {
    int at = Arrays.hashCode(guards) & RECENT - 1;
    Governing known = recent[at];
    if (known == null || !Arrays.equals(known.guards, guards)) {
      known = new Governing(guards, behind(guards));
      recent[at] = known;
    }
    return known.rules;
  }

  private int[] behind(byte[] guards) {
    long[] bits = new long[(grounds.length + Long.SIZE - 1) / Long.SIZE];
    int count = 0;
    for (int i = 0; i < guards.length; i++) {
      if (guards[i] != Row.FALSE) {
        guarded[i].addTo(bits);
        count += guarded[i].count();
      }
    }
    int[] rules = new int[count];
    int at = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        rules[at++] = (word << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    return rules;
  }

  /** What is found of a rule that does not apply. */
  Finding notApplied(int rule) {
    Finding known = notApplied[rule];
    if (known == null) {
      known = new Finding(policy.rules().get(rule), Standing.NOT_APPLIED, false, List.of());
      notApplied[rule] = known;
    }
    return known;
  }

  /** The node of a condition, made once. */
  TruthNode truth(Term condition) {
    return truths.computeIfAbsent(condition, Lower.ALL::truth);
  }
}

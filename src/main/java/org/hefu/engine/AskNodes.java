package org.hefu.engine;

import java.util.Arrays;
import org.hefu.fact.Facts;
import org.hefu.index.BitmapIndex;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.node.TruthNode;

/** Has nodes work out what is asked, in a row of the thread's own. */
final class AskNodes extends Asking {
  /** What is common to all threads. */
  static final class Plan {
    private final Shelves shelves;
    private final Verdict verdict;
    private final Steps steps;

    /** The steps to be taken before the index is asked. */
    private final int[] firstSteps;

    /** For each rule, the steps that tell whether what it requires is done. */
    private final int[][] metSteps;

    /** The steps that tell whether the act is completed, where that is presumed. */
    private final int[] stageSteps;

    private final int[] instruments;
    private final long[] counts;

    /** For each slot: what stands in it is not kept elsewhere. */
    private final int[] nowhere;

    Plan(Policy policy, Shelves shelves, Verdict verdict, Steps steps) {
      this.shelves = shelves;
      this.verdict = verdict;
      this.steps = steps;
      this.firstSteps = steps.of(shelves.index.slots());
      this.stageSteps = steps.of(verdict.stage());
      this.metSteps = new int[policy.rules().size()][];
      for (Rule rule : policy.rules()) {
        metSteps[rule.index()] = steps.of(verdict.metSlots(rule.index()));
      }
      this.instruments = policy.instruments().stream().mapToInt(i -> i.slot()).toArray();
      this.counts =
          policy.instruments().stream()
              .mapToLong(i -> shelves.counts(i) ? Row.TRUE : Row.FALSE)
              .toArray();
      this.nowhere = new int[policy.slots()];
      Arrays.fill(nowhere, -1);
    }
  }

  private final Plan plan;
  private final BitmapIndex.Found found;
  private final Steps.Filled filled;
  private final long[] row;

  AskNodes(Plan plan, BitmapIndex.Found found) {
    this.plan = plan;
    this.found = found;
    this.filled = plan.steps.new Filled();
    this.row = filled.row;
  }

  @Override
  void begin(Facts facts) {
    facts.copyTo(row);
    for (int i = 0; i < plan.instruments.length; i++) {
      row[plan.instruments[i]] = plan.counts[i];
    }
    filled.begin();
    filled.take(plan.firstSteps);
    found.begin(row);
  }

  @Override
  int clauses(int entry) {
    return plan.shelves.index.truth(entry, row, row, plan.nowhere);
  }

  @Override
  int untold(int entry) {
    return plan.shelves.index.untoldTruth(entry, row, row, plan.nowhere);
  }

  @Override
  int left(int entry) {
    TruthNode[] nodes = plan.shelves.left(entry);
    int least = Row.TRUE;
    if (nodes.length > 0) {
      filled.prepare(plan.shelves.leftSteps(entry));
      for (TruthNode each : nodes) {
        least = Math.min(least, each.execute(Steps.NO_FRAME, row));
        if (least == Row.FALSE) {
          break;
        }
      }
    }
    return least;
  }

  @Override
  int met(int rule) {
    filled.take(plan.metSteps[rule]);
    return plan.verdict.met(rule, row);
  }

  @Override
  int completed() {
    filled.take(plan.stageSteps);
    return plan.verdict.completed(row);
  }
}

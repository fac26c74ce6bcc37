package org.hefu.engine;

import java.util.List;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.node.NoFrame;
import org.hefu.node.StepNode;
import org.hefu.node.TruthNode;
import org.jspecify.annotations.Nullable;

/**
 * Works out a policy's steps and rules for a few flows: makes nodes only of what these ask for, and
 * no call targets, which would first start Truffle and are worth it only where much is decided.
 */
final class Once {
  private final List<Step> steps;
  private final List<Rule> rules;
  private final @Nullable StepNode[] stepNodes;
  private final @Nullable TruthNode[] ruleNodes;

  Once(Policy policy) {
    this.steps = policy.steps();
    this.rules = policy.rules();
    this.stepNodes = new @Nullable StepNode[steps.size()];
    this.ruleNodes = new @Nullable TruthNode[rules.size()];
  }

  void steps(long[] row) {
    for (int i = 0; i < stepNodes.length; i++) {
      StepNode node = stepNodes[i];
      if (node == null) {
        node = Lower.ALL.step(steps.get(i));
        stepNodes[i] = node;
      }
      node.execute(NoFrame.NONE, row);
    }
  }

  /** Fills in whether each rule applies. Always: the bytes are {@code Row.FALSE} before. */
  void rules(long[] row, byte[] applies) {
    for (int i = 0; i < ruleNodes.length; i++) {
      Rule rule = rules.get(i);
      if (row[rule.instrument().slot()] != Row.FALSE) {
        TruthNode node = ruleNodes[i];
        if (node == null) {
          node = Lower.ALL.rule(rule);
          ruleNodes[i] = node;
        }
        applies[i] = (byte) node.execute(NoFrame.NONE, row);
      }
    }
  }
}

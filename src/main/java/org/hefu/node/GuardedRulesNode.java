package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import org.hefu.model.Row;

/**
 * Rules that stand in one instrument and speak of the same acts, which are looked at once for all
 * of them.
 */
public final class GuardedRulesNode extends Node {
  private final int first;
  @Child private TruthNode guard;
  @Children private final TruthNode[] rules;

  /**
   * @param first the index of the first rule
   * @param guard does the instrument apply, and the act match?
   * @param rules the conditions of each
   */
  public GuardedRulesNode(int first, TruthNode guard, TruthNode[] rules) {
    this.first = first;
    this.guard = guard;
    this.rules = rules;
  }

  /** Fills in whether each rule applies. Always: the bytes are {@code Row.FALSE} before. */
  @ExplodeLoop
  public void execute(VirtualFrame frame, long[] row, byte[] applies) {
    int open = guard.execute(frame, row);
    if (open == Row.FALSE) {
      return;
    }
    for (int i = 0; i < rules.length; i++) {
      applies[first + i] = (byte) Math.min(open, rules[i].execute(frame, row));
    }
  }
}

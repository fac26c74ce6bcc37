package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;

/** A truth that stands in the text; unknown for an open question of law. */
public final class ConstantTruthNode extends TruthNode {
  private final int truth;

  public ConstantTruthNode(int truth) {
    this.truth = truth;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return truth;
  }

  @Override
  int cost() {
    return 0;
  }

  @Override
  public Object key(Writing in) {
    return truth;
  }

  @Override
  public void write(Writing code) {
    code.number(truth);
  }
}

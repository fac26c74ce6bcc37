package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;

/** The truth in a slot. */
public final class ReadTruthNode extends TruthNode {
  private final int slot;

  public ReadTruthNode(int slot) {
    this.slot = slot;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return (int) row[slot];
  }

  @Override
  int cost() {
    return 1;
  }
}

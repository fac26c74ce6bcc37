package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;

/** The value in a slot. */
public final class ReadValueNode extends ValueNode {
  private final int slot;

  public ReadValueNode(int slot) {
    this.slot = slot;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    return row[slot];
  }
}

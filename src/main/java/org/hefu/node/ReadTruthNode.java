package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.jspecify.annotations.Nullable;

/** The truth in a slot. */
public final class ReadTruthNode extends TruthNode {
  private final int slot;

  /** Shared by all who read the slot, and so nobody's child. */
  private final @Nullable StepNode pending;

  public ReadTruthNode(int slot) {
    this(slot, null);
  }

  /**
   * @param pending what fills in the slot when it is first read; none where it is filled in before
   */
  public ReadTruthNode(int slot, @Nullable StepNode pending) {
    this.slot = slot;
    this.pending = pending;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    StepNode.fill(pending, slot, frame, row);
    return (int) row[slot];
  }

  @Override
  int cost() {
    return 1;
  }

  @Override
  public Object key(Writing in) {
    return in.key(slot);
  }

  @Override
  public void write(Writing code) {
    code.slot(slot).narrowed();
  }
}

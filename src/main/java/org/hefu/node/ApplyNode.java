package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Works out whether an instrument applies; one that is not asked does not. */
public final class ApplyNode extends StepNode {
  private final int slot;
  @Child private TruthNode applies;

  public ApplyNode(int slot, TruthNode applies) {
    this.slot = slot;
    this.applies = applies;
  }

  /** Always: before the steps, its slot says whether it is asked. */
  @Override
  public void execute(VirtualFrame frame, long[] row) {
    if (row[slot] != Row.FALSE) {
      row[slot] = applies.execute(frame, row);
    }
  }
}

package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Works out whether an instrument applies; one that is not asked does not. */
public final class ApplyNode extends FillNode {
  @Child private TruthNode applies;

  public ApplyNode(int slot, TruthNode applies) {
    super(slot);
    this.applies = applies;
  }

  /** Always: before the steps, its slot says whether it is asked. */
  @Override
  public void execute(VirtualFrame frame, long[] row) {
    if (row[slot()] != Row.FALSE) {
      row[slot()] = applies.execute(frame, row);
    }
  }

  @Override
  public void write(Writing code) {
    // One that is not asked is not written.
    code.truth(applies).widened();
  }
}

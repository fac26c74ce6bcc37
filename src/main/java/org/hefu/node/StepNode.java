package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/** Works something out and keeps it in the row. */
public abstract class StepNode extends Node {
  public abstract void execute(VirtualFrame frame, long[] row);

  /**
   * Has what is read next worked out, unless it is.
   *
   * @param pending what fills in the slot when it is first read; none where it is filled in before
   */
  static void fill(@Nullable StepNode pending, int slot, VirtualFrame frame, long[] row) {
    if (pending != null && row[slot] == Row.PENDING) {
      pending.execute(frame, row);
    }
  }
}

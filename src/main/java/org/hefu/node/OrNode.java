package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.hefu.model.Row;

/** The greatest of its parts. */
public final class OrNode extends TruthNode {
  @Children private final TruthNode[] parts;

  public OrNode(TruthNode[] parts) {
    this.parts = parts;
  }

  @Override
  @ExplodeLoop
  public int execute(VirtualFrame frame, long[] row) {
    int greatest = Row.FALSE;
    for (TruthNode part : parts) {
      int truth = part.execute(frame, row);
      if (truth == Row.TRUE) {
        return Row.TRUE;
      }
      greatest = Math.max(greatest, truth);
    }
    return greatest;
  }
}

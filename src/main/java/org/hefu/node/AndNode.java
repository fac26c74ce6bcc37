package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.hefu.model.Row;

/** The least of its parts. */
public final class AndNode extends TruthNode {
  @Children private final TruthNode[] parts;

  public AndNode(TruthNode[] parts) {
    this.parts = parts;
  }

  @Override
  @ExplodeLoop
  public int execute(VirtualFrame frame, long[] row) {
    int least = Row.TRUE;
    for (TruthNode part : parts) {
      int truth = part.execute(frame, row);
      if (truth == Row.FALSE) {
        return Row.FALSE;
      }
      least = Math.min(least, truth);
    }
    return least;
  }
}

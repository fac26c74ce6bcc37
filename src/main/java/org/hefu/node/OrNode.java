package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** The greatest of its parts. */
public final class OrNode extends TruthNode {
  @Children private final TruthNode[] parts;
  private final boolean isCheap;

  public OrNode(TruthNode[] parts) {
    this.parts = parts;
    this.isCheap = cost(parts) <= CHEAP;
  }

  @Override
  @ExplodeLoop
  public int execute(VirtualFrame frame, long[] row) {
    int greatest = Row.FALSE;
    for (TruthNode part : parts) {
      int truth = part.execute(frame, row);
      // A branch that cannot be foretold costs more than a few parts worked out in vain.
      boolean mayStop = CompilerDirectives.inInterpreter() || !isCheap;
      if (mayStop && truth == Row.TRUE) {
        return Row.TRUE;
      }
      greatest = Math.max(greatest, truth);
    }
    return greatest;
  }

  @Override
  int cost() {
    return cost(parts);
  }

  @Override
  public Object key(Writing in) {
    return List.of("or", keys(parts, in));
  }

  @Override
  public void write(Writing code) {
    code.greatest(List.of(parts));
  }
}

package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.hefu.model.Row;

/** Fills an unknown fact with what the presumptions that apply say, if they agree. */
public final class PresumeNode extends StepNode {
  private final int slot;
  private final long unknown;
  @Children private final TruthNode[] applies;

  @CompilationFinal(dimensions = 1)
  private final long[] values;

  public PresumeNode(int slot, long unknown, TruthNode[] applies, long[] values) {
    this.slot = slot;
    this.unknown = unknown;
    this.applies = applies;
    this.values = values;
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame, long[] row) {
    if (row[slot] != unknown) {
      return;
    }
    long presumed = unknown;
    boolean agree = true;
    for (int i = 0; i < applies.length; i++) {
      if (applies[i].execute(frame, row) == Row.TRUE) {
        agree &= presumed == unknown || presumed == values[i];
        presumed = values[i];
      }
    }
    if (agree) {
      row[slot] = presumed;
    }
  }
}

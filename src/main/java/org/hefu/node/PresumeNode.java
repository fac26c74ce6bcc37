package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.hefu.model.Row;

/** Fills an unknown fact with what the presumptions that apply say, if they agree. */
public final class PresumeNode extends StepNode {
  private static final int FEW = 32;

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
  public void execute(VirtualFrame frame, long[] row) {
    if (row[slot] != unknown) {
      return;
    }
    if (applies.length > FEW) {
      many(row);
    } else {
      fill(frame, row);
    }
  }

  /** So many are not worth unrolling. */
  @TruffleBoundary
  private void many(long[] row) {
    fill(NoFrame.NONE, row);
  }

  @ExplodeLoop
  private void fill(VirtualFrame frame, long[] row) {
    long presumed = unknown;
    boolean agree = true;
    boolean applied = false;
    for (int i = 0; i < applies.length; i++) {
      int truth = applies[i].execute(frame, row);
      if (truth != Row.FALSE) {
        // One that only may apply fills nothing, but keeps another from filling in something else.
        agree &= presumed == unknown || presumed == values[i];
        presumed = values[i];
        applied |= truth == Row.TRUE;
      }
    }
    if (applied && agree) {
      row[slot] = presumed;
    }
  }
}

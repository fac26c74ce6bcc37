package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Fills an unknown fact with what the presumptions that apply say, if they agree. */
public final class PresumeNode extends FillNode {
  private static final int FEW = 32;

  // What has been found so far: does one apply, do two differ, and, from there on, one more than
  // the number of the last that may apply.
  private static final int APPLIES = 1;
  private static final int DIFFERS = 2;
  private static final int LAST = 2;

  private final long unknown;
  @Children private final TruthNode[] applies;

  @CompilationFinal(dimensions = 1)
  private final long[] values;

  public PresumeNode(int slot, long unknown, TruthNode[] applies, long[] values) {
    super(slot);
    this.unknown = unknown;
    this.applies = applies;
    this.values = values;
  }

  @Override
  public void execute(VirtualFrame frame, long[] row) {
    if (row[slot()] != unknown) {
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
    int state = 0;
    for (int i = 0; i < applies.length; i++) {
      state = next(state, i, applies[i].execute(frame, row), values);
    }
    row[slot()] = filled(state, values, unknown);
  }

  /** What has been found after one more presumption. */
  public static int next(int state, int number, int truth, long[] values) {
    if (truth == Row.FALSE) {
      return state;
    }
    // One that only may apply fills nothing, but keeps another from filling in something else.
    int last = state >> LAST;
    int differs = last > 0 && values[last - 1] != values[number] ? DIFFERS : 0;
    int applies = truth == Row.TRUE ? APPLIES : 0;
    return ((number + 1) << LAST) | (state & (APPLIES | DIFFERS)) | differs | applies;
  }

  /** The value that is filled in. */
  public static long filled(int state, long[] values, long unknown) {
    return (state & (APPLIES | DIFFERS)) == APPLIES ? values[(state >> LAST) - 1] : unknown;
  }

  @Override
  public void write(Writing code) {
    code.stated(slot());
    if (!code.refuses(applies.length)) {
      code.orElse(unknown, this::presumed);
    }
  }

  private void presumed(Writing code) {
    code.number(0);
    for (int i = 0; i < applies.length; i++) {
      code.number(i).truth(applies[i]).constant(values, long[].class);
      code.call(
          PresumeNode.class, "next", int.class, int.class, int.class, int.class, long[].class);
    }
    code.constant(values, long[].class).number(unknown);
    code.call(PresumeNode.class, "filled", long.class, int.class, long[].class, long.class);
  }
}

package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.hefu.code.Writing;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/** Is the fact in a slot stated? */
public final class KnownNode extends TruthNode {
  private final int slot;
  private final long unknown;

  /** Shared by all who read the slot, and so nobody's child. */
  private final @Nullable StepNode pending;

  /**
   * @param unknown the value that says that nothing is known
   * @param pending what fills in the slot when it is first read; none where it is filled in before
   */
  public KnownNode(int slot, long unknown, @Nullable StepNode pending) {
    this.slot = slot;
    this.unknown = unknown;
    this.pending = pending;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    StepNode.fill(pending, slot, frame, row);
    return known(row[slot], unknown);
  }

  /** The same, of what stands in the slot. */
  public static int known(long value, long unknown) {
    return value == unknown ? Row.FALSE : Row.TRUE;
  }

  @Override
  int cost() {
    return 2;
  }

  @Override
  public Object key(Writing in) {
    return List.of("known", in.key(slot), unknown);
  }

  @Override
  public void write(Writing code) {
    code.slot(slot).number(unknown);
    code.call(KnownNode.class, "known", int.class, long.class, long.class);
  }
}

package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Is the fact in a slot stated? */
public final class KnownNode extends TruthNode {
  private final int slot;
  private final long unknown;

  /**
   * @param unknown the value that says that nothing is known
   */
  public KnownNode(int slot, long unknown) {
    this.slot = slot;
    this.unknown = unknown;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return row[slot] == unknown ? Row.FALSE : Row.TRUE;
  }

  @Override
  int cost() {
    return 2;
  }
}

package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Does a set of a kind with many members contain one of a stretch of them? */
public final class WideHasNode extends TruthNode {
  private final int slot;
  private final int first;
  private final int last;
  private final int[] parents;

  /**
   * @param slot the set's first slot
   * @param first the first of the members looked for
   * @param last the last of them
   * @param parents for each member of the kind the one above it, -1 at the top
   */
  public WideHasNode(int slot, int first, int last, int[] parents) {
    this.slot = slot;
    this.first = first;
    this.last = last;
    this.parents = parents;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return has(row);
  }

  /** The same, without a frame. Always: no presumption fills in a set. */
  public int has(long[] row) {
    return row[slot] == Row.UNKNOWN ? Row.MAYBE : search(row);
  }

  @TruffleBoundary
  private int search(long[] row) {
    int member = first;
    while (member <= last) {
      long rest = row[slot + member / Row.BITS] >>> (member % Row.BITS);
      int left = Row.BITS - member % Row.BITS;
      int wanted = Math.min(left, last - member + 1);
      if ((rest & ((1L << wanted) - 1)) != 0) {
        return Row.TRUE;
      }
      member += left;
    }
    // A member above those may stand for one of them.
    for (int each = parents[first]; each >= 0; each = parents[each]) {
      if ((row[slot + each / Row.BITS] >>> (each % Row.BITS) & 1) != 0) {
        return Row.MAYBE;
      }
    }
    return Row.FALSE;
  }

  @Override
  int cost() {
    return 100;
  }

  @Override
  public void write(Writing code) {
    code.constant(this, WideHasNode.class).stated();
    code.ask(WideHasNode.class, "has", int.class, long[].class);
  }
}

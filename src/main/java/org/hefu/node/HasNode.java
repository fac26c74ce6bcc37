package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Does a set contain one of certain members? */
public final class HasNode extends TruthNode {
  private final int slot;

  @CompilationFinal(dimensions = 1)
  private final long[] members;

  @CompilationFinal(dimensions = 1)
  private final long[] above;

  /**
   * @param slot the set's first slot
   * @param members the members looked for, a mask for each slot
   * @param above members that may stand for one of those, in a tree
   */
  public HasNode(int slot, long[] members, long[] above) {
    this.slot = slot;
    this.members = members;
    this.above = above;
  }

  @Override
  @ExplodeLoop
  public int execute(VirtualFrame frame, long[] row) {
    if (row[slot] == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    long most = Row.FALSE;
    for (int i = 0; i < members.length; i++) {
      most = most(most, row[slot + i], members[i], above[i]);
    }
    return (int) most;
  }

  @Override
  int cost() {
    return 3 * members.length;
  }

  @Override
  public void write(Writing code) {
    code.slot(slot).number((long) Row.FALSE);
    for (int i = 0; i < members.length; i++) {
      code.slot(slot + i).number(members[i]).number(above[i]);
      code.call(HasNode.class, "most", long.class, long.class, long.class, long.class, long.class);
    }
    code.call(HasNode.class, "has", int.class, long.class, long.class);
  }

  /** The most that so many members make of what those before them come to. */
  public static long most(long before, long slot, long members, long above) {
    return Math.max(
        before, (slot & members) != 0 ? Row.TRUE : (slot & above) != 0 ? Row.MAYBE : Row.FALSE);
  }

  /** That, unless the set is unknown. */
  public static int has(long first, long most) {
    return first == Row.UNKNOWN ? Row.MAYBE : (int) most;
  }
}

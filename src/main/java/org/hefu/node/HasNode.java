package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.Arrays;
import java.util.List;
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
  public int execute(VirtualFrame frame, long[] row) {
    return has(row, slot, members, above);
  }

  /** The same of a set whose slots, one or several, stand in a row. */
  @ExplodeLoop
  public static int has(long[] row, int slot, long[] members, long[] above) {
    if (row[slot] == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    boolean contains = false;
    boolean mayContain = false;
    for (int i = 0; i < members.length; i++) {
      contains |= (row[slot + i] & members[i]) != 0;
      mayContain |= (row[slot + i] & above[i]) != 0;
    }
    return contains ? Row.TRUE : mayContain ? Row.MAYBE : Row.FALSE;
  }

  /** The same of a set that takes one slot. */
  public static int has(long set, long members, long above) {
    if (set == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    return (set & members) != 0 ? Row.TRUE : (set & above) != 0 ? Row.MAYBE : Row.FALSE;
  }

  @Override
  int cost() {
    return 3 * members.length;
  }

  @Override
  public Object key(Writing in) {
    return List.of("has", slot, Arrays.toString(members), Arrays.toString(above));
  }

  @Override
  public void write(Writing code) {
    // Always: no presumption fills in a set.
    if (members.length == 1) {
      code.stated(slot).number(members[0]).number(above[0]);
      code.call(HasNode.class, "has", int.class, long.class, long.class, long.class);
      return;
    }
    code.stated().number(slot).constant(members, long[].class).constant(above, long[].class);
    code.call(HasNode.class, "has", int.class, long[].class, int.class, long[].class, long[].class);
  }
}

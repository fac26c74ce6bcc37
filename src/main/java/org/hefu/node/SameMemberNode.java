package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/**
 * Are two members of a tree kind the same? Unknown where one may stand for the other, lying above
 * it or having members below.
 */
public final class SameMemberNode extends TruthNode {
  @Child private ValueNode left;
  @Child private ValueNode right;

  @CompilationFinal(dimensions = 1)
  private final int[] last;

  /**
   * @param last for each member, the last one below it
   */
  public SameMemberNode(ValueNode left, ValueNode right, int[] last) {
    this.left = left;
    this.right = right;
    this.last = last;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    long one = left.execute(frame, row);
    long other = right.execute(frame, row);
    if (one == Row.UNKNOWN || other == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    if (one == other) {
      return last[(int) one] == one ? Row.TRUE : Row.MAYBE;
    }
    boolean mayBeSame = one < other ? other <= last[(int) one] : one <= last[(int) other];
    return mayBeSame ? Row.MAYBE : Row.FALSE;
  }

  @Override
  int cost() {
    return 6;
  }
}

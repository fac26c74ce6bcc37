package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
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
    return same(left.execute(frame, row), right.execute(frame, row), last);
  }

  /** The same, of what its parts come to. */
  public static int same(long one, long other, int[] last) {
    if (one == Row.UNKNOWN || other == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    if (one >= last.length || other >= last.length) {
      return elsewhere(one, other, last);
    }
    if (one == other) {
      return last[(int) one] == one ? Row.TRUE : Row.MAYBE;
    }
    boolean mayBeSame = one < other ? other <= last[(int) one] : one <= last[(int) other];
    return mayBeSame ? Row.MAYBE : Row.FALSE;
  }

  /**
   * One of them lies in a member, but in none below it: it is none of those below, and may be the
   * member itself or one above.
   */
  private static int elsewhere(long one, long other, int[] last) {
    if (one == other) {
      return Row.MAYBE;
    }
    long in = Math.max(one, other) - last.length;
    long above = Math.min(one, other);
    return above < last.length && above <= in && in <= last[(int) above] ? Row.MAYBE : Row.FALSE;
  }

  @Override
  int cost() {
    return 6;
  }

  @Override
  public void write(Writing code) {
    code.value(left).value(right).constant(last, int[].class);
    code.call(SameMemberNode.class, "same", int.class, long.class, long.class, int[].class);
  }
}

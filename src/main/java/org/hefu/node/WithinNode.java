package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Does a member of a kind lie within one of certain members? Looked up by the member. */
public final class WithinNode extends TruthNode {
  @Child private ValueNode value;

  @CompilationFinal(dimensions = 1)
  private final byte[] truths;

  /**
   * @param truths for each member of the kind, whether it lies within
   */
  public WithinNode(ValueNode value, byte[] truths) {
    this.value = value;
    this.truths = truths;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    long member = value.execute(frame, row);
    return member == Row.UNKNOWN ? Row.MAYBE : truths[(int) member];
  }

  @Override
  int cost() {
    return 3;
  }
}

package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Does a member of a kind lie within one of certain members? Looked up by the member. */
public final class WithinNode extends TruthNode {
  @Child private ValueNode value;
  private final Members members;

  public WithinNode(ValueNode value, Members members) {
    this.value = value;
    this.members = members;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return within(value.execute(frame, row), members);
  }

  /** The same, of what its parts come to. */
  public static int within(long member, Members members) {
    return member == Row.UNKNOWN ? Row.MAYBE : members.truth((int) member);
  }

  @Override
  int cost() {
    return 3;
  }

  @Override
  public void write(Writing code) {
    code.value(value).constant(members, Members.class);
    code.call(WithinNode.class, "within", int.class, long.class, Members.class);
  }
}

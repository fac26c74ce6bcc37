package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
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
    return within(value.execute(frame, row), members.table(), members);
  }

  /** The same, of what its parts come to. */
  public static int within(long member, byte[] table, Members members) {
    if (member >= 0 && member < table.length) {
      return table[(int) member];
    }
    return member == Row.UNKNOWN ? Row.MAYBE : members.truth((int) member);
  }

  @Override
  int cost() {
    return 3;
  }

  @Override
  public Object key(Writing in) {
    return List.of("within", value.key(in), members.key());
  }

  @Override
  public void write(Writing code) {
    code.value(value).constant(members.table(), byte[].class).constant(members, Members.class);
    code.call(WithinNode.class, "within", int.class, long.class, byte[].class, Members.class);
  }
}

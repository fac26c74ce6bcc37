package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;

/** A value that stands in the text. */
public final class ConstantValueNode extends ValueNode {
  private final long value;

  public ConstantValueNode(long value) {
    this.value = value;
  }

  @Override
  public long execute(VirtualFrame frame, long[] row) {
    return value;
  }

  @Override
  public Object key(Writing in) {
    return value;
  }

  @Override
  public void write(Writing code) {
    code.number(value);
  }
}

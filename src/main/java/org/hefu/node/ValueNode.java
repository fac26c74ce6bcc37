package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeUtil;
import org.hefu.code.Writable;

/** A value worked out of a row of facts: a number, or {@code Row.UNKNOWN}. */
public abstract class ValueNode extends Node implements Writable {
  public abstract long execute(VirtualFrame frame, long[] row);

  @Override
  public final int size() {
    return NodeUtil.countNodes(this);
  }
}

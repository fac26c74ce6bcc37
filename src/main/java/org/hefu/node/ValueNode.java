package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** A value worked out of a row of facts: a number, or {@code Row.UNKNOWN}. */
public abstract class ValueNode extends Node {
  public abstract long execute(VirtualFrame frame, long[] row);
}

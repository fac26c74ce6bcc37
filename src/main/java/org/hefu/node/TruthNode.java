package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** A condition over a row of facts: {@code Row.FALSE}, {@code MAYBE} or {@code TRUE}. */
public abstract class TruthNode extends Node {
  public abstract int execute(VirtualFrame frame, long[] row);
}

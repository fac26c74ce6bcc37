package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** Works something out and keeps it in the row. */
public abstract class StepNode extends Node {
  public abstract void execute(VirtualFrame frame, long[] row);
}

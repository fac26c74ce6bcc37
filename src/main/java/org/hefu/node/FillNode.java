package org.hefu.node;

import com.oracle.truffle.api.nodes.NodeUtil;
import org.hefu.code.Filling;

/** A step that fills in one slot of the row. */
public abstract class FillNode extends StepNode implements Filling {
  private final int slot;

  FillNode(int slot) {
    this.slot = slot;
  }

  @Override
  public final int slot() {
    return slot;
  }

  @Override
  public final int size() {
    return NodeUtil.countNodes(this);
  }
}

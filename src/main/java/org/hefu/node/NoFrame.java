package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;

/** In place of a frame, where nodes are asked outside a call target or behind a boundary. */
public final class NoFrame {
  /**
   * Nodes hand the frame on and read the row alone; and to make a frame would first start the whole
   * of Truffle, which takes longer than a decision.
   */
  @SuppressWarnings("NullAway")
  public static final VirtualFrame NONE = null;

  private NoFrame() {}
}

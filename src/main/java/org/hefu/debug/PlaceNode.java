package org.hefu.debug;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;

/**
 * Something of a policy that a debugger knows: where it stands, and what can be seen from there.
 */
@GenerateWrapper
@ExportLibrary(NodeLibrary.class)
abstract class PlaceNode extends Node implements InstrumentableNode {
  private final @Nullable SourceSection section;

  PlaceNode(@Nullable SourceSection section) {
    this.section = section;
  }

  PlaceNode(PlaceNode wrapped) {
    this(wrapped.section);
  }

  abstract Object execute(VirtualFrame frame);

  @Override
  public @Nullable SourceSection getSourceSection() {
    return section;
  }

  @Override
  public boolean isInstrumentable() {
    return section != null;
  }

  @Override
  public WrapperNode createWrapper(ProbeNode probe) {
    return new PlaceNodeWrapper(this, this, probe);
  }

  @ExportMessage
  boolean hasScope(Frame frame) {
    return getRootNode() instanceof FrameRootNode;
  }

  @ExportMessage
  Object getScope(@Nullable Frame frame, boolean nodeEnter) {
    return ((FrameRootNode) getRootNode()).scope();
  }
}

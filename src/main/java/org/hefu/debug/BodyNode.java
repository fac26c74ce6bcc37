package org.hefu.debug;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.source.SourceSection;

/** A whole rule or definition: its stops, one after the other. */
final class BodyNode extends PlaceNode {
  // Always: of the type that a debugger's wrappers have, too.
  @Children private final PlaceNode[] stops;
  private final Shown value;

  BodyNode(SourceSection section, PlaceNode[] stops, Shown value) {
    super(section);
    this.stops = stops;
    this.value = value;
  }

  @Override
  Object execute(VirtualFrame frame) {
    for (PlaceNode stop : stops) {
      stop.execute(frame);
    }
    return value;
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    return tag == RootTag.class;
  }
}

package org.hefu.debug;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;

/** A condition, or the head of a rule or definition: a debugger may stop before it. */
final class StopNode extends PlaceNode {
  private final Visited visited;
  private final List<CallTarget> leansOn;
  private final Shown value;
  private final boolean isStop;

  private StopNode(
      SourceSection section,
      Visited visited,
      List<CallTarget> leansOn,
      Shown value,
      boolean isStop) {
    super(section);
    this.isStop = isStop;
    this.visited = visited;
    this.leansOn = leansOn;
    this.value = value;
  }

  /**
   * @param leansOn the definitions that it names, to be stepped into
   */
  static StopNode at(
      SourceSection section, Visited visited, List<CallTarget> leansOn, Shown value) {
    return new StopNode(section, visited, leansOn, value, true);
  }

  /** No stop of its own; but what it calls has some. */
  static StopNode through(
      SourceSection section, Visited visited, List<CallTarget> calls, Shown value) {
    return new StopNode(section, visited, calls, value, false);
  }

  @Override
  Object execute(VirtualFrame frame) {
    enter();
    return value;
  }

  @TruffleBoundary
  private void enter() {
    leansOn.forEach(each -> visited.call(each, this));
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    return isStop && tag == StatementTag.class;
  }
}

package org.hefu.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExecutableNode;
import org.hefu.debug.FrameRootNode;

/** An expression that a debugger asks for where it has stopped. */
final class WatchNode extends ExecutableNode {
  private final FrameRootNode at;
  private final String expression;

  WatchNode(HefuLanguage language, FrameRootNode at, String expression) {
    super(language);
    this.at = at;
    this.expression = expression;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return value();
  }

  @TruffleBoundary
  private Object value() {
    return at.walk().value(expression, at.source());
  }
}

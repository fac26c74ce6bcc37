package org.hefu.debug;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.function.Supplier;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

/** A rule or definition as a frame on a debugger's stack. */
public final class FrameRootNode extends RootNode {
  private final String name;
  private final SourceSection section;
  private final Walk walk;
  private final Source source;
  private final Supplier<Shown> makeScope;
  private @Nullable Shown scope;
  @Child private PlaceNode body;

  FrameRootNode(
      TruffleLanguage<?> language,
      String name,
      SourceSection section,
      Walk walk,
      Source source,
      Supplier<Shown> scope,
      BodyNode body) {
    super(language);
    this.name = name;
    this.section = section;
    this.walk = walk;
    this.source = source;
    this.makeScope = scope;
    this.body = body;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return body.execute(frame);
  }

  @TruffleBoundary
  Shown scope() {
    if (scope == null) {
      scope = makeScope.get();
    }
    return scope;
  }

  /** The going-through that it belongs to. */
  public Walk walk() {
    return walk;
  }

  /** The module in which it is written. */
  public Source source() {
    return source;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public SourceSection getSourceSection() {
    return section;
  }
}

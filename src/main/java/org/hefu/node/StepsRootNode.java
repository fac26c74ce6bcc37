package org.hefu.node;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.RootNode;
import org.jspecify.annotations.Nullable;

/** Takes a stretch of steps. Its one argument is the row. */
public final class StepsRootNode extends RootNode {
  @Children private final StepNode[] steps;

  public StepsRootNode(@Nullable TruffleLanguage<?> language, StepNode[] steps) {
    super(language);
    this.steps = steps;
  }

  @Override
  @ExplodeLoop
  public Object execute(VirtualFrame frame) {
    long[] row = (long[]) frame.getArguments()[0];
    for (StepNode step : steps) {
      step.execute(frame, row);
    }
    return row;
  }

  @Override
  public String getName() {
    return "steps";
  }
}

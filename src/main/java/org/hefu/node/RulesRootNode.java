package org.hefu.node;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.RootNode;
import org.jspecify.annotations.Nullable;

/**
 * Works out which of a stretch of rules apply. Its arguments are the row and, for all rules, a byte
 * each to fill in.
 */
public final class RulesRootNode extends RootNode {
  @Children private final GuardedRulesNode[] groups;

  public RulesRootNode(@Nullable TruffleLanguage<?> language, GuardedRulesNode[] groups) {
    super(language);
    this.groups = groups;
  }

  @Override
  @ExplodeLoop
  public Object execute(VirtualFrame frame) {
    Object[] arguments = frame.getArguments();
    long[] row = (long[]) arguments[0];
    byte[] applies = (byte[]) arguments[1];
    for (GuardedRulesNode group : groups) {
      group.execute(frame, row, applies);
    }
    return applies;
  }

  @Override
  public String getName() {
    return "rules";
  }
}

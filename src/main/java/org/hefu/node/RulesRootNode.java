package org.hefu.node;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.RootNode;
import org.jspecify.annotations.Nullable;

/** Works out which of a stretch of rules apply. Its arguments are the row and, for all rules, a byte each to fill in. */
public final class RulesRootNode extends RootNode {
  private final int first;
  @Children private final TruthNode[] rules;

  /** @param first the index of the first rule */
  public RulesRootNode(@Nullable TruffleLanguage<?> language, int first, TruthNode[] rules) {
    super(language);
    this.first = first;
    this.rules = rules;
  }

  @Override
  @ExplodeLoop
  public Object execute(VirtualFrame frame) {
    Object[] arguments = frame.getArguments();
    long[] row = (long[]) arguments[0];
    byte[] applies = (byte[]) arguments[1];
    for (int i = 0; i < rules.length; i++) {
      applies[first + i] = (byte) rules[i].execute(frame, row);
    }
    return applies;
  }

  @Override
  public String getName() {
    return "rules " + first;
  }
}

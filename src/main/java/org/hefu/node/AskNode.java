package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.model.Row;

/** Answers for a presumed text what nobody could while it was unknown. */
public final class AskNode extends StepNode {
  private final int slot;
  private final int fact;

  @CompilationFinal(dimensions = 1)
  private final byte[] truths;

  /**
   * @param slot where the answer stands
   * @param fact where the text stands
   * @param truths the answer for each of the policy's words
   */
  public AskNode(int slot, int fact, byte[] truths) {
    this.slot = slot;
    this.fact = fact;
    this.truths = truths;
  }

  @Override
  public void execute(VirtualFrame frame, long[] row) {
    long word = row[fact];
    if (word >= 0 && row[slot] == Row.MAYBE) {
      row[slot] = truths[(int) word];
    }
  }
}

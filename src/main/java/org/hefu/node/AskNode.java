package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** Answers for a presumed text what nobody could while it was unknown. */
public final class AskNode extends FillNode {
  private final int fact;

  @CompilationFinal(dimensions = 1)
  private final byte[] truths;

  /**
   * @param slot where the answer stands
   * @param fact where the text stands
   * @param truths the answer for each of the policy's words
   */
  public AskNode(int slot, int fact, byte[] truths) {
    super(slot);
    this.fact = fact;
    this.truths = truths;
  }

  @Override
  public void execute(VirtualFrame frame, long[] row) {
    row[slot()] = answer(row[fact], row[slot()], truths);
  }

  /** The answer for a word, unless another has been given. */
  public static long answer(long word, long given, byte[] truths) {
    return word >= 0 && given == Row.MAYBE ? truths[(int) word] : given;
  }

  @Override
  public void write(Writing code) {
    code.slot(fact).stated(slot()).constant(truths, byte[].class);
    code.call(AskNode.class, "answer", long.class, long.class, long.class, byte[].class);
  }
}

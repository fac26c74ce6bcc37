package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/**
 * The least or the greatest of so many parts that machine code for each of them would be too much:
 * the rows of a long list.
 */
public final class ManyNode extends TruthNode {
  /** From how many parts on it takes the place of {@link AndNode} and {@link OrNode}. */
  public static final int MANY = 256;

  @Children private final TruthNode[] parts;
  private final int strongest;

  /**
   * @param strongest what one part alone makes of the whole: {@code Row.TRUE} or {@code Row.FALSE}
   */
  public ManyNode(TruthNode[] parts, int strongest) {
    this.parts = parts;
    this.strongest = strongest;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return all(row);
  }

  @TruffleBoundary
  private int all(long[] row) {
    int truth = Row.TRUE - strongest;
    for (TruthNode part : parts) {
      int one = part.execute(NoFrame.NONE, row);
      if (one == strongest) {
        return one;
      }
      truth = one == Row.MAYBE ? Row.MAYBE : truth;
    }
    return truth;
  }

  @Override
  int cost() {
    return CHEAP * parts.length;
  }

  @Override
  public void write(Writing code) {
    if (strongest == Row.FALSE) {
      code.least(List.of(parts));
    } else {
      code.greatest(List.of(parts));
    }
  }
}

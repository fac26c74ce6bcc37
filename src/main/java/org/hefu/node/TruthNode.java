package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeUtil;
import java.util.List;
import java.util.stream.Stream;
import org.hefu.code.Writable;
import org.hefu.code.Writing;

/** A condition over a row of facts: {@code Row.FALSE}, {@code MAYBE} or {@code TRUE}. */
public abstract class TruthNode extends Node implements Writable {
  /**
   * What it is worth to work out in machine code rather than to branch around: a few loads and
   * comparisons.
   */
  static final int CHEAP = 12;

  public abstract int execute(VirtualFrame frame, long[] row);

  /** Roughly how many loads and comparisons it takes. */
  abstract int cost();

  static List<Object> keys(TruthNode[] parts, Writing in) {
    return Stream.of(parts).map(p -> p.key(in)).toList();
  }

  static int cost(TruthNode[] parts) {
    int sum = 0;
    for (TruthNode part : parts) {
      sum += part.cost();
    }
    return sum;
  }

  @Override
  public final int size() {
    return NodeUtil.countNodes(this);
  }
}

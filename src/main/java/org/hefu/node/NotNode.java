package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.hefu.code.Writing;
import org.hefu.model.Row;

/** True for false, false for true, unknown for unknown. */
public final class NotNode extends TruthNode {
  @Child private TruthNode part;

  public NotNode(TruthNode part) {
    this.part = part;
  }

  @Override
  public int execute(VirtualFrame frame, long[] row) {
    return Row.TRUE - part.execute(frame, row);
  }

  @Override
  int cost() {
    return part.cost();
  }

  @Override
  public Object key(Writing in) {
    return List.of("not", part.key(in));
  }

  @Override
  public void write(Writing code) {
    code.truth(part).denied();
  }
}

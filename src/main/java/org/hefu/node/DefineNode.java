package org.hefu.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.hefu.code.Writing;
import org.jspecify.annotations.Nullable;

/** Works out a definition. */
public final class DefineNode extends FillNode {
  @Child private @Nullable TruthNode truth;
  @Child private @Nullable ValueNode value;

  private DefineNode(int slot, @Nullable TruthNode truth, @Nullable ValueNode value) {
    super(slot);
    this.truth = truth;
    this.value = value;
  }

  public static DefineNode of(int slot, TruthNode truth) {
    return new DefineNode(slot, truth, null);
  }

  public static DefineNode of(int slot, ValueNode value) {
    return new DefineNode(slot, null, value);
  }

  @Override
  public void execute(VirtualFrame frame, long[] row) {
    if (truth != null) {
      row[slot()] = truth.execute(frame, row);
    } else if (value != null) {
      row[slot()] = value.execute(frame, row);
    }
  }

  @Override
  public void write(Writing code) {
    if (truth != null) {
      code.truth(truth).widened();
    } else if (value != null) {
      code.value(value);
    }
  }
}

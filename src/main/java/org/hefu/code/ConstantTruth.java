package org.hefu.code;

import org.hefu.model.Row;

/** A truth that is known when the code is written. */
public record ConstantTruth(int truth) implements Writable {
  public static final ConstantTruth FALSE = new ConstantTruth(Row.FALSE);
  public static final ConstantTruth TRUE = new ConstantTruth(Row.TRUE);

  @Override
  public void write(Writing code) {
    code.number(truth);
  }

  @Override
  public int size() {
    return 0;
  }
}

package org.hefu.code;

import java.util.List;
import org.hefu.model.Row;

/** The least or the greatest of some truths. */
public final class Joined implements Writable {
  private final List<? extends Writable> parts;
  private final int strongest;

  /**
   * @param strongest the truth that ends it: {@code Row.FALSE} for the least, {@code Row.TRUE} for
   *     the greatest
   */
  Joined(List<? extends Writable> parts, int strongest) {
    this.parts = parts;
    this.strongest = strongest;
  }

  public static Joined least(List<? extends Writable> parts) {
    return new Joined(parts, Row.FALSE);
  }

  public static Joined greatest(List<? extends Writable> parts) {
    return new Joined(parts, Row.TRUE);
  }

  @Override
  public void write(Writing code) {
    code.joined(parts, strongest);
  }

  @Override
  public int size() {
    return 1 + parts.stream().mapToInt(Writable::size).sum();
  }
}

package org.hefu.seek;

import org.hefu.text.Bilingual;

/** Values of a fact that no open comparison tells apart, by one of them. */
final class Cell {
  private final long[] slots;
  private final Bilingual said;

  /**
   * @param said all of them in words
   * @param slots one of them, as it stands in a row
   */
  Cell(Bilingual said, long... slots) {
    this.said = said;
    this.slots = slots;
  }

  Bilingual said() {
    return said;
  }

  /** Fills it in from this slot of a row. */
  void fill(long[] row, int slot) {
    System.arraycopy(slots, 0, row, slot, slots.length);
  }
}

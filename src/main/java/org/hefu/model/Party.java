package org.hefu.model;

import org.hefu.text.Bilingual;

/** Who grants or is granted something, known by name alone. */
public record Party(Bilingual name) {

  /** Is it called so, in either language? */
  public boolean isCalled(String text) {
    return text.equals(name.zh()) || text.equals(name.en());
  }

  /** Two whose names agree in one language are one. */
  public boolean isSame(Party other) {
    return isCalled(other.name.zh()) || isCalled(other.name.en());
  }

  @Override
  public String toString() {
    return name.zh();
  }
}

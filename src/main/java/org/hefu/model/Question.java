package org.hefu.model;

import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * An unsettled point of law, and who decides it.
 *
 * @param slot where its truth stands: unknown, but where both answers are tried
 */
public record Question(int slot, Names names, Bilingual authority, Span declared) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Question question && question.slot == slot;
  }

  @Override
  public int hashCode() {
    return slot;
  }
}

package org.hefu.model;

import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * Something that no flow can answer: an unsettled point of law and who decides it, or what a list
 * says that is not at hand and who issued it.
 *
 * @param slot where the truth of a point of law stands: unknown, but where both answers are tried;
 *     -1 of a list, which may say one thing of this row and another of that
 * @param source where a list can be read; empty where its author does not say
 * @param ofLaw is it a point of law?
 */
public record Question(
    int slot, Names names, Bilingual authority, Bilingual source, Span declared, boolean ofLaw) {
  /** What a list says. */
  public Question(Names names, Bilingual authority, Bilingual source, Span declared) {
    this(-1, names, authority, source, declared, false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Question question
        && question.slot == slot
        && question.names.equals(names)
        && question.declared.equals(declared);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + slot;
  }
}

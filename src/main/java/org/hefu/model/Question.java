package org.hefu.model;

import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * Something that no flow can answer: an unsettled point of law and who decides it, or what a list
 * says that is not at hand and who issued it.
 *
 * @param ofLaw is it a point of law?
 */
public record Question(Names names, Bilingual authority, Span declared, boolean ofLaw) {
  /** An unsettled point of law. */
  public Question(Names names, Bilingual authority, Span declared) {
    this(names, authority, declared, true);
  }
}

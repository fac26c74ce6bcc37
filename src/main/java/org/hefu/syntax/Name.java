package org.hefu.syntax;

import org.hefu.text.Span;

/** One word that names something. */
public record Name(Span span, String text) {
  @Override
  public String toString() {
    return text;
  }
}

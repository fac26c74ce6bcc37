package org.hefu.mutate;

import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * A module with one number, date or comparison in it shifted.
 *
 * @param declaration what it is shifted in, by name
 * @param span what is written otherwise
 * @param by what is written there instead
 * @param within the comparison or line that the place is part of, to tell it from others
 */
record Mutant(String module, String declaration, Span span, String by, Span within) {
  /** The whole module as it reads then. */
  Source source() {
    Source source = span.source();
    return new Source(source.name(), shifted(source.span(0, source.length())));
  }

  /** Says which one it is, wherever its lines move. */
  String name() {
    return "%s %s: %s => %s"
        .formatted(module, declaration, spaced(within.text()), spaced(shifted(within)));
  }

  private String shifted(Span whole) {
    String text = whole.text();
    return text.substring(0, span.start() - whole.start())
        + by
        + text.substring(span.end() - whole.start());
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

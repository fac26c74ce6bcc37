package org.hefu.syntax;

import org.hefu.text.Span;

/**
 * An article of an instrument as cited: {@code art 5.1(4)}; zero where no paragraph or item is
 * named. Texts without numbers are cited by {@code heading}, which is empty otherwise.
 */
public record Citation(Span span, int article, int paragraph, int item, String heading) {}

package org.hefu.syntax;

import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** One or two texts in quotes, the Chinese and the English. */
public record Text(Span span, Bilingual value) {}

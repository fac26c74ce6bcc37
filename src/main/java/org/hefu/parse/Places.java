package org.hefu.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.hefu.text.Source;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Turns ANTLR's places, which count code points, into spans, which count UTF-16 units. */
final class Places {
  private final Source source;
  private final int @Nullable [] units;

  private final int base;
  private final int length;

  Places(Source source) {
    this(source, 0, source.text().length());
  }

  /** For tokens of a stretch of the source. */
  Places(Source source, int start, int end) {
    this.source = source;
    this.base = start;
    this.length = end - start;
    this.units = units(source.text().substring(start, end));
  }

  Source source() {
    return source;
  }

  Span span(Token token) {
    return source.span(start(token), end(token));
  }

  Span span(Token first, @Nullable Token last) {
    int start = start(first);
    return source.span(start, last == null ? start : Math.max(start, end(last)));
  }

  Span span(ParserRuleContext context) {
    return span(context.getStart(), context.getStop());
  }

  int start(Token token) {
    return unit(token.getStartIndex());
  }

  /** Just behind the token; the end of the file and conjured tokens have no width. */
  int end(Token token) {
    return token.getType() == Token.EOF
        ? start(token)
        : Math.max(start(token), unit(token.getStopIndex() + 1));
  }

  private int unit(int point) {
    return base
        + (units == null
            ? Math.clamp(point, 0, length)
            : units[Math.clamp(point, 0, units.length - 1)]);
  }

  private static int @Nullable [] units(String text) {
    int points = text.codePointCount(0, text.length());
    if (points == text.length()) {
      return null;
    }
    int[] units = new int[points + 1];
    int unit = 0;
    for (int point = 0; point < points; point++) {
      units[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    units[points] = unit;
    return units;
  }
}

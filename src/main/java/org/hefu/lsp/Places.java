package org.hefu.lsp;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Offsets in a text as an editor counts places: lines and UTF-16 units from 0. */
final class Places {
  private Places() {}

  /** What lies behind the end of a line, or of the text, is at that end. */
  static int offset(Source source, Position position) {
    int line = position.getLine();
    if (line < 0) {
      return 0;
    }
    if (line >= source.lines()) {
      return source.text().length();
    }
    int start = source.start(line + 1);
    int length = source.lineText(line + 1).length();
    return start + Math.clamp(position.getCharacter(), 0, length);
  }

  static Position position(Source source, int offset) {
    int line = source.line(offset);
    return new Position(line - 1, offset - source.start(line));
  }

  static Range range(Span span) {
    return range(span.source(), span.start(), span.end());
  }

  static Range range(Source source, int start, int end) {
    return new Range(position(source, start), position(source, end));
  }
}

package org.hefu.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.hefu.format.Format;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** Lays out a text; one that cannot be read without a problem stays as it is. */
final class Formatting {
  private Formatting() {}

  static List<TextEdit> of(View view) {
    return of(view.text(), Optional.empty());
  }

  /** Only the lines that the range touches. */
  static List<TextEdit> within(View view, Range range) {
    return of(view).stream()
        .filter(e ->
            e.getRange().getStart().getLine() <= range.getEnd().getLine()
                && range.getStart().getLine() <= e.getRange().getEnd().getLine())
        .toList();
  }

  /** The line that was ended, or whose brace was closed. */
  static List<TextEdit> typed(View view, Position position) {
    int line = position.getLine();
    return within(view, new Range(new Position(Math.max(0, line - 1), 0), position)).stream()
        .filter(e -> e.getRange().getEnd().getLine() <= line)
        .toList();
  }

  /** With its keywords in the language, where one is given. */
  static List<TextEdit> of(Text text, Optional<Language> keywords) {
    if (!text.parsed().problems().isEmpty()) {
      return List.of();
    }
    Source source = text.source();
    return Difference.edits(source, Format.text(text.tokens(), source, keywords));
  }
}

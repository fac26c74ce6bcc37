package org.hefu.lsp;

import java.util.List;
import java.util.Optional;
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

  /** With its keywords in the language, where one is given. */
  static List<TextEdit> of(Text text, Optional<Language> keywords) {
    if (!text.parsed().problems().isEmpty()) {
      return List.of();
    }
    Source source = text.source();
    return Difference.edits(source, Format.text(text.tokens(), source, keywords));
  }
}

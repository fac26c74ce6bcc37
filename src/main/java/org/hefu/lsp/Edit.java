package org.hefu.lsp;

import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.hefu.text.Source;

/** Applies what an editor says has changed. */
final class Edit {
  private Edit() {}

  /** The text after these changes, each of which counts in the text after the one before. */
  static Source apply(Source before, List<TextDocumentContentChangeEvent> changes) {
    Source source = before;
    for (TextDocumentContentChangeEvent change : changes) {
      source = new Source(source.name(), apply(source, change));
    }
    return source;
  }

  private static String apply(Source source, TextDocumentContentChangeEvent change) {
    Range range = change.getRange();
    if (range == null) {
      return change.getText();
    }
    int start = Places.offset(source, range.getStart());
    int end = Places.offset(source, range.getEnd());
    String text = source.text();
    return text.substring(0, Math.min(start, end))
        + change.getText()
        + text.substring(Math.max(start, end));
  }
}

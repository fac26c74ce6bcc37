package org.hefu.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.hefu.check.Declared;
import org.hefu.syntax.Token;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What a word means, shown where the pointer rests. */
final class Hovers {
  private Hovers() {}

  static @Nullable Hover of(View view, Position position) {
    int offset = view.offset(position);
    Optional<Pointed> pointed = Pointed.at(offset, view);
    Optional<Declared> thing = pointed.flatMap(p -> p.thing(view.unit().meaning()));
    if (thing.isPresent()) {
      return hover(new Card(view).of(thing.get()), pointed.get().place());
    }
    return keyword(view, offset);
  }

  /** A keyword is told in the other language. */
  private static @Nullable Hover keyword(View view, int offset) {
    for (Token token : view.text().tokens()) {
      if (token.type() == Token.Type.KEYWORD
          && token.start() <= offset
          && offset < token.end()
          && !token.en().isEmpty()
          && !token.zh().isEmpty()) {
        String text = "`" + token.en() + "` · `" + token.zh() + "`";
        return hover(text, view.source().span(token.start(), token.end()));
      }
    }
    return null;
  }

  private static Hover hover(String markdown, Span place) {
    return new Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown), Places.range(place));
  }
}

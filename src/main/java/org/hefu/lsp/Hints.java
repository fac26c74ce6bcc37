package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.check.Declared;
import org.hefu.check.Meaning;
import org.hefu.model.Type;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Token;
import org.hefu.text.Language;
import org.hefu.text.Span;

/**
 * What a text does not say and its reader may wish to see: the type of a definition, the unit of a
 * number, and what a name in the other language means.
 */
final class Hints {
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+[十百千万亿]*");

  private final View view;
  private final Meaning meaning;
  private final int from;
  private final int to;
  private final List<InlayHint> hints = new ArrayList<>();

  private Hints(View view, Range range) {
    this.view = view;
    this.meaning = view.unit().meaning();
    this.from = view.offset(range.getStart());
    this.to = view.offset(range.getEnd());
  }

  static List<InlayHint> of(View view, Range range) {
    Hints hints = new Hints(view, range);
    hints.types();
    hints.names();
    hints.units();
    return hints.hints;
  }

  private void types() {
    for (Declaration each : view.module().declarations()) {
      if (each instanceof Declaration.Define it && it.parameters().isEmpty()) {
        Span name = it.called().name().span();
        int end = it.called().span().end();
        meaning
            .at(name)
            .flatMap(Declared::type)
            .filter(t -> isShown(end))
            .ifPresent(t -> {
              InlayHint hint = hint(end, ": " + TypeNames.said(t, view.language()));
              hint.setKind(InlayHintKind.Type);
            });
      }
    }
  }

  /** Names that are not in the reader's language, where the thing has one that is. */
  private void names() {
    meaning
        .uses()
        .in(
            view.source(),
            (place, declared) -> {
              if (!isShown(place.end()) || isDeclaration(place, declared)) {
                return;
              }
              boolean chinese = TypeNames.hasHan(place.text());
              if (chinese == (view.language() == Language.ZH)) {
                return;
              }
              meaning
                  .at(declared)
                  .flatMap(this::word)
                  .filter(w -> !w.equals(place.text()))
                  .ifPresent(w -> hint(place.end(), w).setPaddingLeft(true));
            });
  }

  private boolean isDeclaration(Span place, Span declared) {
    return place.source() == declared.source() && place.line() == declared.line();
  }

  private Optional<String> word(Declared it) {
    return it.names().words().stream()
        .filter(w -> TypeNames.hasHan(w) == (view.language() == Language.ZH))
        .findFirst();
  }

  /** The unit of a number that is written without, from what it is compared with. */
  private void units() {
    List<Token> tokens = view.text().tokens();
    for (int i = 2; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean bare = token.type() == Token.Type.LITERAL && NUMBER.matcher(token.text()).matches();
      boolean compared = Cursor.is(tokens.get(i - 1), "<", "<=", ">", ">=", ":", "is");
      if (!isShown(token.end()) || !bare || !compared) {
        continue;
      }
      Token before = tokens.get(i - 2);
      boolean named =
          i + 1 < tokens.size()
              && tokens.get(i + 1).type() == Token.Type.NAME
              && view.source().line(tokens.get(i + 1).start()) == view.source().line(token.start());
      if (!named) {
        meaning
            .uses()
            .of(view.source().span(before.start(), before.end()))
            .flatMap(meaning::at)
            .flatMap(Declared::type)
            .ifPresent(t -> unit(t, token.end()));
      }
    }
  }

  private void unit(Type type, int end) {
    if (type instanceof Type.Number(var unit) && unit.isPresent()) {
      hint(end, TypeNames.word(unit.get().names().words(), view.language())).setPaddingLeft(true);
    }
  }

  private boolean isShown(int offset) {
    return from <= offset && offset <= to;
  }

  private InlayHint hint(int offset, String label) {
    InlayHint hint = new InlayHint(Places.position(view.source(), offset), Either.forLeft(label));
    hints.add(hint);
    return hint;
  }
}

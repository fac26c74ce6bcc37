package org.hefu.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.hefu.check.Declared;
import org.hefu.check.Meaning;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Token;
import org.jspecify.annotations.Nullable;

/** The parameters of the predicate that is being called. */
final class Signatures {
  private Signatures() {}

  static @Nullable SignatureHelp of(View view, Unit unit, Position position) {
    Cursor cursor = new Cursor(view.text().source(), Places.offset(view.text().source(), position));
    List<Token> before = cursor.before();
    int commas = 0;
    int depth = 0;
    for (int i = before.size() - 1; i > 0; i--) {
      Token token = before.get(i);
      if (Cursor.is(token, ")")) {
        depth++;
      } else if (Cursor.is(token, "(") && depth-- == 0) {
        return before.get(i - 1).type() == Token.Type.NAME
            ? help(before.get(i - 1).text(), commas, view, unit)
            : null;
      } else if (Cursor.is(token, ",") && depth == 0) {
        commas++;
      } else if (Cursor.is(token, "{", "}")) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable SignatureHelp help(String name, int at, View view, Unit unit) {
    Meaning meaning = unit.meaning();
    Optional<Declared> predicate =
        meaning
            .visible(unit.texts().getFirst().module().source())
            .getOrDefault(name, List.of())
            .stream()
            .filter(d -> d.what() == Declared.What.PREDICATE)
            .findFirst();
    Optional<Declaration.Define> syntax =
        predicate
            .flatMap(p -> meaning.module(p.module()))
            .flatMap(m ->
                m.declarations().stream()
                    .filter(Declaration.Define.class::isInstance)
                    .map(Declaration.Define.class::cast)
                    .filter(d -> d.called().name().span().equals(predicate.get().place()))
                    .findFirst());
    if (syntax.isEmpty()) {
      return null;
    }
    List<String> parameters = syntax.get().parameters().stream().map(p -> p.span().text()).toList();
    SignatureInformation signature =
        new SignatureInformation(
            name + "(" + String.join(", ", parameters) + ")",
            predicate.get().names().in(view.language()),
            parameters.stream().map(ParameterInformation::new).toList());
    return new SignatureHelp(
        List.of(signature), 0, Math.min(at, Math.max(0, parameters.size() - 1)));
  }
}

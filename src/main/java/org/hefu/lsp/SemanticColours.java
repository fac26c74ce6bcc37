package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.hefu.check.Declared;
import org.hefu.check.Meaning;
import org.hefu.syntax.Token;
import org.hefu.text.Source;

/** What each word is, for an editor to colour. */
final class SemanticColours {
  private static final List<String> TYPES =
      List.of(
          SemanticTokenTypes.Keyword,
          SemanticTokenTypes.Comment,
          SemanticTokenTypes.String,
          SemanticTokenTypes.Number,
          SemanticTokenTypes.Namespace,
          SemanticTokenTypes.Enum,
          SemanticTokenTypes.EnumMember,
          SemanticTokenTypes.Struct,
          SemanticTokenTypes.Property,
          SemanticTokenTypes.Variable,
          SemanticTokenTypes.Function,
          SemanticTokenTypes.Parameter,
          SemanticTokenTypes.Event,
          SemanticTokenTypes.Method,
          SemanticTokenTypes.Type);

  private static final List<String> MODIFIERS =
      List.of(SemanticTokenModifiers.Declaration, SemanticTokenModifiers.DefaultLibrary);

  private static final int DECLARATION = 1;
  private static final int LIBRARY = 2;

  private SemanticColours() {}

  static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(TYPES, MODIFIERS);
  }

  private record Colour(int end, int type, int modifiers) {}

  static SemanticTokens of(View view, int from, int to) {
    TreeMap<Integer, Colour> colours = new TreeMap<>();
    for (Token token : view.text().tokens()) {
      String type = type(token);
      if (!type.isEmpty()) {
        colours.put(token.start(), new Colour(token.end(), TYPES.indexOf(type), 0));
      }
    }
    Unit unit = view.unit();
    Meaning meaning = unit.meaning();
    meaning
        .uses()
        .in(
            view.source(),
            (place, declared) -> {
              if (isText(place.text())) {
                return;
              }
              Optional<Declared> thing = meaning.at(declared);
              String type = thing.map(d -> type(d.what())).orElse(SemanticTokenTypes.Parameter);
              int modifiers = place.equals(declared) ? DECLARATION : 0;
              modifiers |= unit.text(declared.source()).isEmpty() ? LIBRARY : 0;
              colours.put(place.start(), new Colour(place.end(), TYPES.indexOf(type), modifiers));
            });
    return encoded(view.source(), colours.subMap(from, true, to, true));
  }

  private static boolean isText(String text) {
    return text.startsWith("\"") || text.startsWith("“") || text.startsWith("「");
  }

  private static String type(Token token) {
    return switch (token.type()) {
      case KEYWORD -> SemanticTokenTypes.Keyword;
      case COMMENT -> SemanticTokenTypes.Comment;
      case LITERAL ->
          Character.isDigit(token.text().charAt(0)) || token.text().charAt(0) == '第'
              ? SemanticTokenTypes.Number
              : SemanticTokenTypes.String;
      case NAME, MARK, STRAY -> "";
    };
  }

  private static String type(Declared.What what) {
    return switch (what) {
      case MODULE -> SemanticTokenTypes.Namespace;
      case KIND -> SemanticTokenTypes.Enum;
      case MEMBER -> SemanticTokenTypes.EnumMember;
      case UNIT -> SemanticTokenTypes.Type;
      case RECORD -> SemanticTokenTypes.Struct;
      case FIELD -> SemanticTokenTypes.Property;
      case DEFINITION, QUESTION, LIST, TALLY -> SemanticTokenTypes.Variable;
      case PREDICATE -> SemanticTokenTypes.Function;
      case PROCEDURE, GRANT -> SemanticTokenTypes.Event;
      case RULE -> SemanticTokenTypes.Method;
    };
  }

  /** Each five numbers: lines and characters behind the one before, length, type, modifiers. */
  private static SemanticTokens encoded(Source source, Map<Integer, Colour> colours) {
    List<Integer> data = new ArrayList<>(colours.size() * 5);
    int line = 0;
    int character = 0;
    int covered = 0;
    for (Map.Entry<Integer, Colour> each : colours.entrySet()) {
      int start = each.getKey();
      Colour colour = each.getValue();
      int at = source.line(start) - 1;
      boolean oneLine = source.line(Math.max(start, colour.end() - 1)) - 1 == at;
      if (start < covered || !oneLine) {
        continue;
      }
      int column = start - source.start(at + 1);
      data.addAll(
          List.of(
              at - line,
              at == line ? column - character : column,
              colour.end() - start,
              colour.type(),
              colour.modifiers()));
      line = at;
      character = column;
      covered = colour.end();
    }
    return new SemanticTokens(data);
  }
}

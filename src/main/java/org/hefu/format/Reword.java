package org.hefu.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hefu.syntax.Token;
import org.hefu.text.Language;

/** Turns the keywords of a text to one language. */
final class Reword {
  /** English pairs that are one word in Chinese. */
  private static final Map<String, String> PAIRS =
      Map.of(
          "is not", "不为",
          "not in", "不属于",
          "not within", "不位于",
          "any of", "任一",
          "all of", "全部",
          "set of", "集合",
          "with flow", "含本次",
          "yields to", "让位于",
          "known to", "知情方",
          "with drafts", "含草案");

  private Reword() {}

  static List<Token> to(Language language, List<Token> tokens) {
    return language == Language.ZH ? chinese(tokens) : english(tokens);
  }

  private static List<Token> english(List<Token> tokens) {
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isChinese = Tokens.isKeyword(token) && !Tokens.isAscii(token.text());
      boolean ranges = ranges(tokens, i);
      String en = ranges ? token.en().replaceFirst("^(any|all) of$", "$1") : token.en();
      out.add(isChinese ? saying(token, en) : token);
    }
    return out;
  }

  /** Of a list's rows one says {@code any r in}, of steps {@code any of a, b}. */
  private static boolean ranges(List<Token> tokens, int index) {
    return index + 2 < tokens.size() && Tokens.isKeyword(tokens.get(index + 2), "in");
  }

  private static List<Token> chinese(List<Token> tokens) {
    List<Token> out = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i++);
      Token next = i < tokens.size() ? tokens.get(i) : token;
      String pair =
          Tokens.isKeyword(token) && Tokens.isKeyword(next) ? token.en() + " " + next.en() : "";
      String one = PAIRS.get(pair);
      if (one != null) {
        out.add(new Token(Token.Type.KEYWORD, token.start(), next.end(), one, pair, one));
        i++;
      } else {
        boolean ranges = ranges(tokens, i - 1);
        boolean english = Tokens.isKeyword(token) && !Tokens.hasHan(token.text());
        out.add(english ? chinese(token, next, ranges) : token);
      }
    }
    return out;
  }

  private static Token chinese(Token token, Token next, boolean ranges) {
    return switch (token.en()) {
      case "any", "all" ->
          ranges ? saying(token, PAIRS.getOrDefault(token.en() + " of", "")) : token;
      case "within" -> saying(token, Tokens.isNumber(next) ? "限期" : token.zh());
      // 免于 is the word for exemptions.
      case "from" -> saying(token, Tokens.isNumber(next) ? "自" : token.zh());
      default -> token.zh().isEmpty() ? token : saying(token, token.zh());
    };
  }

  private static Token saying(Token token, String text) {
    return new Token(token.type(), token.start(), token.end(), text, token.en(), token.zh());
  }
}

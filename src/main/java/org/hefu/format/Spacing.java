package org.hefu.format;

import java.util.List;
import org.hefu.syntax.Token;

/** Whether a space stands between two words of a line. */
final class Spacing {
  private static final String MULTIPLES = "十百千万亿";

  private final List<Token> tokens;
  private final Body[] bodies;

  Spacing(List<Token> tokens, Body[] bodies) {
    this.tokens = tokens;
    this.bodies = bodies;
  }

  /** Before the token at this place, the second of its line or a later one. */
  boolean isBefore(int index) {
    Token left = tokens.get(index - 1);
    Token right = tokens.get(index);
    if (Tokens.isMark(left, ".") || Tokens.isMark(right, ".") || isSeparator(right)) {
      return false;
    }
    if (isSeparator(left)) {
      return !isWide(left);
    }
    if (Tokens.opens(left) || Tokens.closes(right)) {
      return isAiry(index);
    }
    if (Tokens.isMark(right, "(")) {
      return isBeforeParenthesis(left, right, index);
    }
    if (Tokens.closes(left) && isWide(left)) {
      return right.text().charAt(0) < 128;
    }
    if (Tokens.isMark(right, "{")) {
      return !isWide(right) || endsNarrow(left);
    }
    if (Tokens.isNumber(left)) {
      return !Tokens.isMark(right, "%") && !isMeasure(right);
    }
    return true;
  }

  private static boolean isSeparator(Token token) {
    return Tokens.isMark(token, ",") || Tokens.isMark(token, ":");
  }

  /** Within the braces of a block that has something in it. */
  private boolean isAiry(int index) {
    Token left = tokens.get(index - 1);
    Token right = tokens.get(index);
    Token mark = Tokens.opens(left) ? left : right;
    Body body = bodies[mark == left ? index - 1 : index];
    return body.isBlock() && !isWide(mark) && !(Tokens.opens(left) && Tokens.closes(right));
  }

  private boolean isBeforeParenthesis(Token left, Token right, int index) {
    boolean cites = !isWide(right) && isCitation(index + 1);
    return switch (left.type()) {
      case NAME -> cites;
      case LITERAL -> !Tokens.isNumber(left) && !isWide(right);
      case KEYWORD -> !isWide(right) || endsNarrow(left);
      case MARK -> Tokens.isMark(left, ")") ? cites : !isWide(right) || endsNarrow(left);
      case COMMENT, STRAY -> true;
    };
  }

  private boolean isCitation(int index) {
    if (index >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(index);
    return Tokens.isKeyword(token, "art")
        || Tokens.isKeyword(token, "case")
        || Tokens.isArticle(token);
  }

  /** 人, 个工作日: written next to its number, unless it would be read as part of it. */
  private static boolean isMeasure(Token token) {
    return (Tokens.isName(token) || token.type() == Token.Type.LITERAL)
        && MULTIPLES.indexOf(token.text().charAt(0)) < 0
        && token
            .text()
            .codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** A full-width mark brings its own space. */
  private static boolean isWide(Token token) {
    return !Tokens.isAscii(token.text());
  }

  private static boolean endsNarrow(Token token) {
    return token.text().charAt(token.text().length() - 1) < 128;
  }
}

package org.hefu.format;

import org.hefu.syntax.Token;

/** What kind of token is this? */
final class Tokens {
  private Tokens() {}

  static boolean isKeyword(Token token) {
    return token.type() == Token.Type.KEYWORD;
  }

  static boolean isKeyword(Token token, String en) {
    return isKeyword(token) && token.en().equals(en);
  }

  static boolean isName(Token token) {
    return token.type() == Token.Type.NAME;
  }

  static boolean isComment(Token token) {
    return token.type() == Token.Type.COMMENT;
  }

  /** Is it the mark, in whichever width? */
  static boolean isMark(Token token, String ascii) {
    return token.type() == Token.Type.MARK && token.en().equals(ascii);
  }

  static boolean opens(Token token) {
    return isMark(token, "{") || isMark(token, "(");
  }

  static boolean closes(Token token) {
    return isMark(token, "}") || isMark(token, ")");
  }

  /** A number or a date. */
  static boolean isNumber(Token token) {
    return token.type() == Token.Type.LITERAL && Character.isDigit(token.text().charAt(0));
  }

  /** 第五条第一款. */
  static boolean isArticle(Token token) {
    return token.type() == Token.Type.LITERAL && token.text().charAt(0) == '第';
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}

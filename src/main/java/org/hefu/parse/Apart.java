package org.hefu.parse;

import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Tells a name that has swallowed a keyword: Chinese is written without spaces, and the language
 * reads what stands together as one name.
 */
final class Apart {
  private static final int LONGEST = 100;

  /** Keywords that join, and so may stand where the parser has given up the condition already. */
  private static final Set<Integer> JOINING =
      Set.of(
          HefuLexer.WHEN,
          HefuLexer.UNLESS,
          HefuLexer.AND,
          HefuLexer.OR,
          HefuLexer.IS,
          HefuLexer.IS_NOT,
          HefuLexer.IN,
          HefuLexer.NOT_IN,
          HefuLexer.WITHIN,
          HefuLexer.NOT_WITHIN,
          HefuLexer.HAS,
          HefuLexer.LESS,
          HefuLexer.LESS_OR_EQUAL,
          HefuLexer.GREATER,
          HefuLexer.GREATER_OR_EQUAL,
          HefuLexer.BEFORE,
          HefuLexer.AFTER,
          HefuLexer.FROM,
          HefuLexer.DESPITE);

  private final TokenStream tokens;
  private final IntervalSet expected;

  private Apart(TokenStream tokens, IntervalSet expected) {
    this.tokens = tokens;
    this.expected = expected;
  }

  /** A name, and the text about it with the keyword set apart. */
  record Glued(Token name, String apart) {}

  /** Of the token that cannot be read and the one before it, the one that holds a keyword. */
  static Optional<Glued> at(Token found, TokenStream tokens, IntervalSet expected) {
    Apart apart = new Apart(tokens, expected);
    Optional<Glued> here = apart.beginning(found);
    if (here.isPresent() || found.getTokenIndex() == 0) {
      return here;
    }
    return apart.ending(tokens.get(found.getTokenIndex() - 1), found);
  }

  /** Nobody glues a keyword to a name this long, and looking into it takes long. */
  private static boolean isShort(Token token) {
    return token.getType() == HefuLexer.NAME && token.getText().length() <= LONGEST;
  }

  /** A name that begins with a keyword: {@code 当数据}. */
  private Optional<Glued> beginning(Token name) {
    String text = name.getText();
    for (int end = text.length() - 1; isShort(name) && end > 0; end--) {
      int keyword = Words.chinese(text.substring(0, end));
      if (fits(keyword) && mayBe(text.substring(end), end > 1)) {
        return glued(name, text.substring(0, end) + " " + rest(text.substring(end)));
      }
    }
    return Optional.empty();
  }

  /** A name that ends with a keyword, or has one inside that must come now: {@code 类别属于}. */
  private Optional<Glued> ending(Token name, Token found) {
    String text = name.getText();
    if (!isShort(name) || name.getLine() + 1 < found.getLine()) {
      return Optional.empty();
    }
    for (int start = 1; start < text.length(); start++) {
      for (int end = text.length(); end > start; end--) {
        int keyword = Words.chinese(text.substring(start, end));
        boolean whole = end == text.length();
        boolean here =
            whole ? fits(keyword) && endsWell(text, start, end) : must(keyword, end - start);
        if (here && mayBe(text.substring(0, start), true)) {
          String tail = whole ? "" : " " + rest(text.substring(end));
          return glued(name, text.substring(0, start) + " " + text.substring(start, end) + tail);
        }
      }
    }
    return Optional.empty();
  }

  private boolean fits(int keyword) {
    return keyword != 0 && (JOINING.contains(keyword) || expected.contains(keyword));
  }

  /** Inside of a name, only a word that is missing here, and hardly one of its characters. */
  private boolean must(int keyword, int length) {
    return keyword != 0 && length > 1 && JOINING.contains(keyword) && expected.contains(keyword);
  }

  /** 行为, 作为 and 应当 are words that end like keywords. */
  private static boolean endsWell(String text, int start, int end) {
    return end - start > 1
        || (start > 1 && !Set.of('行', '作', '认', '应').contains(text.charAt(start - 1)));
  }

  /** Is the rest of a name something by itself, at least where the keyword is a mere character? */
  private boolean mayBe(String rest, boolean certain) {
    return certain || rest.codePointCount(0, rest.length()) > 1 || Words.chinese(rest) != 0;
  }

  /** With further keywords of more than one character set apart, too. */
  private static String rest(String text) {
    for (int start = 0; start < text.length(); start++) {
      for (int end = text.length(); end > start + 1; end--) {
        if (JOINING.contains(Words.chinese(text.substring(start, end)))) {
          String before = start == 0 ? "" : text.substring(0, start) + " ";
          String after = end == text.length() ? "" : " " + rest(text.substring(end));
          return before + text.substring(start, end) + after;
        }
      }
    }
    return text;
  }

  /** With what stands next to it without a space. */
  private Optional<Glued> glued(Token name, String apart) {
    StringBuilder text = new StringBuilder(apart);
    int at = name.getTokenIndex();
    for (int i = at; i > 0 && joined(i - 1, i); i--) {
      text.insert(0, tokens.get(i - 1).getText());
    }
    for (int i = at; i + 1 < tokens.size() && joined(i, i + 1); i++) {
      text.append(tokens.get(i + 1).getText());
    }
    return Optional.of(new Glued(name, text.toString()));
  }

  /** Parts of one path; behind a dot, a keyword is a name. */
  private boolean joined(int one, int next) {
    Token first = tokens.get(one);
    Token second = tokens.get(next);
    return first.getStopIndex() + 1 == second.getStartIndex()
        && (first.getType() == HefuLexer.DOT ? isWord(second) : second.getType() == HefuLexer.DOT)
        && (first.getType() == HefuLexer.DOT || isWord(first));
  }

  private static boolean isWord(Token token) {
    return token.getType() != Token.EOF && Character.isLetter(token.getText().codePointAt(0));
  }
}

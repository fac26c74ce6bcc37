package org.hefu.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hefu.parse.Parse;
import org.hefu.syntax.Token;
import org.hefu.text.Source;

/**
 * What stands before a place in a declaration that is being written. Only the declaration's own
 * lines are looked at, so that it takes no longer in a long text.
 */
final class Cursor {
  private final Source source;
  private final int start;
  private final int offset;
  private final List<Token> before = new ArrayList<>();
  private final String partial;

  Cursor(Source source, int offset) {
    this.source = source;
    this.offset = offset;
    this.start = beginning(source, offset);
    List<Token> tokens = Parse.word(source.text().substring(start, offset));
    String word = "";
    if (!tokens.isEmpty() && start + tokens.getLast().end() == offset && isWord(tokens.getLast())) {
      word = tokens.getLast().text();
      tokens = tokens.subList(0, tokens.size() - 1);
    }
    tokens.stream().filter(t -> t.type() != Token.Type.COMMENT).forEach(before::add);
    this.partial = word;
  }

  private static boolean isWord(Token token) {
    return switch (token.type()) {
      case NAME -> true;
      case KEYWORD -> Character.isLetter(token.text().codePointAt(0));
      case LITERAL, MARK, COMMENT, STRAY -> false;
    };
  }

  /** Where the line begins that begins the declaration: one that is not indented. */
  private static int beginning(Source source, int offset) {
    int line = source.line(offset);
    if (source.start(line) == offset) {
      return offset;
    }
    while (line > 1) {
      String text = source.lineText(line);
      boolean begins =
          !text.isEmpty() && Character.isLetter(text.codePointAt(0)) && source.start(line) < offset;
      if (begins) {
        break;
      }
      line--;
    }
    return source.start(line);
  }

  /** Is it inside a comment or a text, where nothing is to be completed? */
  boolean isInText() {
    int line = source.line(offset);
    List<Token> tokens = Parse.word(source.text().substring(source.start(line), offset));
    return !tokens.isEmpty()
        && (tokens.getLast().type() == Token.Type.COMMENT
            || (tokens.getLast().type() == Token.Type.STRAY
                && "\"“「『".indexOf(tokens.getLast().text().charAt(0)) >= 0));
  }

  /** The text that is open before the place, without its quotation mark. */
  Optional<String> openText() {
    int line = source.line(offset);
    List<Token> tokens = Parse.word(source.text().substring(source.start(line), offset));
    return tokens.isEmpty() || tokens.getLast().type() != Token.Type.STRAY
        ? Optional.empty()
        : Optional.of(tokens.getLast().text().substring(1));
  }

  /** The word that is being written; empty where one would begin. */
  String partial() {
    return partial;
  }

  int offset() {
    return offset;
  }

  /** Where the word that is being written begins. */
  int from() {
    return offset - partial.length();
  }

  /** Is the word the first of its declaration's line? */
  boolean begins() {
    return before.isEmpty();
  }

  /** The tokens before the word, comments left out. */
  List<Token> before() {
    return before;
  }

  /** The token so many back, 0 the last. */
  Optional<Token> back(int count) {
    int index = before.size() - 1 - count;
    return index < 0 ? Optional.empty() : Optional.of(before.get(index));
  }

  /** Is the last token one of these keywords or marks? */
  boolean isBehind(String... en) {
    return back(0).filter(t -> is(t, en)).isPresent();
  }

  static boolean is(Token token, String... en) {
    if (token.type() != Token.Type.KEYWORD && token.type() != Token.Type.MARK) {
      return false;
    }
    for (String each : en) {
      if (token.en().equals(each)) {
        return true;
      }
    }
    return false;
  }

  /** The keyword with which the declaration begins; empty where there is none. */
  String declaration() {
    return before.isEmpty() || before.getFirst().type() != Token.Type.KEYWORD
        ? ""
        : before.getFirst().en();
  }

  /** The keyword before the brace that is open around the place, other than the declaration's. */
  String block() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < before.size(); i++) {
      if (is(before.get(i), "{")) {
        open.push(i);
      } else if (is(before.get(i), "}") && !open.isEmpty()) {
        open.pop();
      }
    }
    if (open.isEmpty()) {
      return "";
    }
    for (int i = open.peek() - 1; i >= 0; i--) {
      Token token = before.get(i);
      if (token.type() == Token.Type.KEYWORD && Character.isLetter(token.text().codePointAt(0))) {
        return token.en();
      }
      if (is(token, "{", "}")) {
        return "";
      }
    }
    return "";
  }

  /** How many braces are open. */
  int depth() {
    int depth = 0;
    for (Token token : before) {
      depth += is(token, "{") ? 1 : is(token, "}") ? -1 : 0;
    }
    return depth;
  }

  /**
   * The last of these keywords that stands in the innermost braces, behind which only lists are.
   */
  String clause(String... keywords) {
    int depth = 0;
    for (int i = before.size() - 1; i >= 0; i--) {
      Token token = before.get(i);
      depth += is(token, "}") ? 1 : is(token, "{") ? -1 : 0;
      if (depth < 0) {
        return "";
      }
      if (is(token, keywords)) {
        return token.en();
      }
    }
    return "";
  }

  /** The names joined by dots that end so many tokens back. */
  List<String> path(int back) {
    List<String> names = new ArrayList<>();
    int at = before.size() - 1 - back;
    boolean wantsName = true;
    while (at >= 0) {
      Token token = before.get(at);
      boolean isName = token.type() == Token.Type.NAME || isWord(token);
      if (wantsName && isName) {
        names.addFirst(token.text());
      } else if (wantsName || !is(token, ".")) {
        break;
      }
      wantsName = !wantsName;
      at--;
    }
    return names;
  }
}

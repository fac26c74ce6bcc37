package org.hefu.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.hefu.syntax.Module;
import org.hefu.syntax.Token;
import org.jspecify.annotations.Nullable;

/** What stands between two braces or parentheses, or in none. */
enum Body {
  FILE,
  CLAUSES,
  ARTICLES,
  PARTS,
  MEMBERS,
  ENTRIES,
  ROWS,
  SET,
  PARENTHESES;

  private static final Set<String> CLAUSE_STARTS =
      Set.of(
          "forbid",
          "permit",
          "require",
          "exempt",
          "oblige",
          "presume",
          "advise",
          "when",
          "unless",
          "yields",
          "yields to",
          "overrides",
          "consequence");
  private static final Set<String> PART_STARTS =
      Set.of(
          "given",
          "using",
          "with",
          "with drafts",
          "expect",
          "citing",
          "requiring",
          "missing",
          "note",
          "part",
          "table");
  private static final Set<String> ENTRY_STARTS =
      Set.of("met", "when", "unless", "except", "version");

  private static final Set<String> VALUES = Set.of("true", "false", "unknown");

  /** Does it hold things that each begin on a line of their own, rather than one list? */
  boolean isBlock() {
    return this != FILE && this != SET && this != PARENTHESES;
  }

  /**
   * For each opening or closing token, the body it bounds; for every other, the body it stands in.
   */
  static Body[] of(List<Token> tokens) {
    Body[] bodies = new Body[tokens.size()];
    Deque<Body> open = new ArrayDeque<>();
    String declared = "";
    String part = "";
    Token before = null;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Body around = open.isEmpty() ? FILE : open.peek();
      bodies[i] = around;
      if (Tokens.isComment(token)) {
        continue;
      }
      if (around == FILE
          && Tokens.isKeyword(token)
          && Module.BEGINNINGS.contains(token.en())
          && !isOperand(before)) {
        declared = token.en();
      }
      if (around == PARTS && Tokens.isKeyword(token) && PART_STARTS.contains(token.en())) {
        part = token.en();
      }
      if (Tokens.opens(token)) {
        bodies[i] = Tokens.isMark(token, "(") ? PARENTHESES : around.inner(declared, part);
        open.push(bodies[i]);
      } else if (Tokens.closes(token) && !open.isEmpty()) {
        open.pop();
      }
      before = token;
    }
    return bodies;
  }

  /** After this, does a word such as {@code tally} begin an operand, not a declaration? */
  private static boolean isOperand(@Nullable Token before) {
    return before != null
        && (Tokens.isKeyword(before)
            ? !VALUES.contains(before.en())
            : before.type() == Token.Type.MARK
                && !Tokens.closes(before)
                && !Tokens.isMark(before, "*"));
  }

  private Body inner(String declared, String part) {
    return switch (this) {
      case MEMBERS -> MEMBERS;
      case PARTS ->
          switch (part) {
            case "given", "part" -> ENTRIES;
            case "table" -> ROWS;
            default -> SET;
          };
      case ENTRIES -> declared.equals("instrument") ? ENTRIES : SET;
      case CLAUSES, ARTICLES, ROWS, SET, PARENTHESES -> SET;
      case FILE ->
          switch (declared) {
            case "rule", "restrict" -> CLAUSES;
            case "account" -> ARTICLES;
            case "scenario" -> PARTS;
            case "kind" -> MEMBERS;
            case "instrument", "record", "request", "procedure", "list", "tally", "grant" ->
                ENTRIES;
            default -> SET;
          };
    };
  }

  /**
   * Does something new begin in this body with the token, the first of its line? Else it goes on
   * with what is above.
   */
  boolean beginsAt(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    return switch (this) {
      case FILE -> Tokens.isKeyword(token) && Module.BEGINNINGS.contains(token.en());
      case CLAUSES -> Tokens.isKeyword(token) && CLAUSE_STARTS.contains(token.en());
      case PARTS -> Tokens.isKeyword(token) && PART_STARTS.contains(token.en());
      case ARTICLES -> Tokens.isKeyword(token, "art") || Tokens.isArticle(token);
      case MEMBERS -> Tokens.isName(token);
      case ENTRIES ->
          (Tokens.isKeyword(token) && ENTRY_STARTS.contains(token.en()))
              || (Tokens.isName(token) && isKey(tokens, index));
      case ROWS -> Tokens.isKeyword(token, "case");
      case SET, PARENTHESES -> true;
    };
  }

  /** Is this {@code path（alias）:}? */
  private static boolean isKey(List<Token> tokens, int index) {
    int depth = 0;
    for (int i = index; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (depth == 0 && Tokens.isMark(token, ":")) {
        return true;
      }
      depth += Tokens.isMark(token, "(") ? 1 : Tokens.isMark(token, ")") ? -1 : 0;
      boolean within = depth > 0 || Tokens.isMark(token, ")");
      if (!within
          && !Tokens.isName(token)
          && !Tokens.isMark(token, ".")
          && !Tokens.isComment(token)) {
        return false;
      }
    }
    return false;
  }
}

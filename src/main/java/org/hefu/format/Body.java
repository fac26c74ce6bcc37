package org.hefu.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.hefu.syntax.Token;

/** What stands between two braces or parentheses, or in none. */
enum Body {
  FILE,
  CLAUSES,
  PARTS,
  MEMBERS,
  ENTRIES,
  SET,
  PARENTHESES;

  private static final Set<String> DECLARATIONS =
      Set.of(
          "module",
          "use",
          "instrument",
          "kind",
          "unit",
          "record",
          "request",
          "define",
          "procedure",
          "question",
          "rule",
          "scenario");
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
          "note");

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
    Token before = null;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Body around = open.isEmpty() ? FILE : open.peek();
      bodies[i] = around;
      if (Tokens.isComment(token)) {
        continue;
      }
      if (around == FILE && Tokens.isKeyword(token) && DECLARATIONS.contains(token.en())) {
        declared = token.en();
      }
      if (Tokens.opens(token)) {
        boolean given = before != null && Tokens.isKeyword(before, "given");
        bodies[i] = Tokens.isMark(token, "(") ? PARENTHESES : around.inner(declared, given);
        open.push(bodies[i]);
      } else if (Tokens.closes(token) && !open.isEmpty()) {
        open.pop();
      }
      before = token;
    }
    return bodies;
  }

  private Body inner(String declared, boolean given) {
    return switch (this) {
      case MEMBERS -> MEMBERS;
      case PARTS -> given ? ENTRIES : SET;
      case CLAUSES, ENTRIES, SET, PARENTHESES -> SET;
      case FILE ->
          switch (declared) {
            case "rule" -> CLAUSES;
            case "scenario" -> PARTS;
            case "kind" -> MEMBERS;
            case "instrument", "record", "request", "procedure" -> ENTRIES;
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
      case FILE -> Tokens.isKeyword(token) && DECLARATIONS.contains(token.en());
      case CLAUSES -> Tokens.isKeyword(token) && CLAUSE_STARTS.contains(token.en());
      case PARTS -> Tokens.isKeyword(token) && PART_STARTS.contains(token.en());
      case MEMBERS -> Tokens.isName(token);
      case ENTRIES ->
          Tokens.isKeyword(token, "met") || (Tokens.isName(token) && isKey(tokens, index));
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

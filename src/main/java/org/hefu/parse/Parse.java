package org.hefu.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Module;
import org.hefu.text.Source;

/** Reads the text of a module. Never throws for what the text says. */
public final class Parse {
  /** How deep parentheses, braces and {@code not} may nest. */
  public static final int DEEPEST = 200;

  private Parse() {}

  /** The module in the source; what cannot be read is reported and stays in it as {@code Unread}. */
  public static Parsed file(Source given) {
    List<Problem> problems = new ArrayList<>();
    Source source = withoutLoneSurrogates(given);
    Places places = new Places(source);
    CommonTokenStream tokens = lex(source);
    mend(tokens.getTokens(), places, problems);
    if (tooDeep(tokens.getTokens(), places, problems)) {
      return new Parsed(new Module(source, Optional.empty(), List.of(), List.of()), problems);
    }
    HefuParser parser = new HefuParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(places, problems));
    Module module = new BuildModule(places, problems).module(parser.file());
    problems.sort(null);
    return new Parsed(module, List.copyOf(problems));
  }

  /** Every token of the source, comments too, in order; a keyword that names something there is a name. */
  public static List<org.hefu.syntax.Token> tokens(Source given) {
    Source source = withoutLoneSurrogates(given);
    Places places = new Places(source);
    Set<Integer> names = names(source, places);
    List<org.hefu.syntax.Token> all = new ArrayList<>();
    for (Token token : lex(source).getTokens()) {
      if (token.getType() != Token.EOF && token.getType() != HefuLexer.SPACE) {
        int start = places.start(token);
        int end = places.end(token);
        int type = names.contains(token.getTokenIndex()) ? HefuLexer.NAME : token.getType();
        all.add(Words.token(type, start, end, source.text().substring(start, end)));
      }
    }
    return all;
  }

  /** The keywords, by their place among the tokens, that the parser takes for names. */
  private static Set<Integer> names(Source source, Places places) {
    Set<Integer> names = new HashSet<>();
    List<Problem> unsaid = new ArrayList<>();
    CommonTokenStream tokens = lex(source);
    mend(tokens.getTokens(), places, unsaid);
    if (tooDeep(tokens.getTokens(), places, unsaid)) {
      return names;
    }
    HefuParser parser = new HefuParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(places, unsaid));
    names(parser.file(), names);
    return names;
  }

  private static void names(ParseTree tree, Set<Integer> names) {
    if (tree instanceof HefuParser.NameContext name && name.exception == null) {
      names.add(name.getStart().getTokenIndex());
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      names(tree.getChild(i), names);
    }
  }

  private static CommonTokenStream lex(Source source) {
    HefuLexer lexer = new HefuLexer(CharStreams.fromString(source.text(), source.name()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    return tokens;
  }

  /** Reports what is no token, and makes the rest readable: stray characters are passed over, open texts closed. */
  private static void mend(List<Token> tokens, Places places, List<Problem> problems) {
    CommonToken stray = null;
    for (Token each : tokens) {
      CommonToken token = (CommonToken) each;
      if (token.getType() == HefuLexer.UNCLOSED_TEXT) {
        problems.add(Problem.of(Code.UNCLOSED_TEXT, places.span(token)));
        token.setType(HefuLexer.TEXT);
      } else if (token.getType() == HefuLexer.STRAY) {
        boolean goesOn = stray != null && stray.getStopIndex() + 1 == token.getStartIndex();
        if (!goesOn) {
          String name = "U+%04X".formatted(places.span(token).text().codePointAt(0));
          problems.add(Problem.of(Code.STRAY_CHARACTER, places.span(token), name));
        }
        token.setChannel(Lexer.HIDDEN);
        stray = token;
      }
    }
  }

  private static boolean tooDeep(List<Token> tokens, Places places, List<Problem> problems) {
    int depth = 0;
    int nots = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      nots = token.getType() == HefuLexer.NOT ? nots + 1 : 0;
      switch (token.getType()) {
        case HefuLexer.LEFT_BRACE, HefuLexer.LEFT_PAREN -> depth++;
        case HefuLexer.RIGHT_BRACE, HefuLexer.RIGHT_PAREN -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      if (depth > DEEPEST || nots > DEEPEST) {
        problems.add(Problem.of(Code.TOO_DEEP, places.span(token), DEEPEST));
        return true;
      }
    }
    return false;
  }

  private static Source withoutLoneSurrogates(Source source) {
    String text = source.text();
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      mended = mended == null ? new StringBuilder(text) : mended;
      mended.setCharAt(i, '\uFFFD');
    }
    // The replacement character is no token, so the lexer's stray report says where it stands.
    return mended == null ? source : new Source(source.name(), mended.toString());
  }
}

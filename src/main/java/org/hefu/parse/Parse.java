package org.hefu.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Path;
import org.hefu.text.DeepStack;
import org.hefu.text.Source;

/** Reads the text of a module. Never throws for what the text says. */
public final class Parse {
  /** How deep parentheses, braces and {@code not} may nest. */
  public static final int DEEPEST = 10_000;

  /** What nests no deeper than this fits on any stack. */
  static final int SHALLOW = 50;

  /** Words that begin a declaration. */
  private static final Set<Integer> BEGINNINGS =
      Declaration.WORDS.stream().map(Words::type).collect(Collectors.toUnmodifiableSet());

  /** What a value or condition follows. */
  private static final Set<Integer> BEFORE_VALUES =
      Set.of(
          HefuLexer.EQUALS,
          HefuLexer.LEFT_PAREN,
          HefuLexer.WHEN,
          HefuLexer.UNLESS,
          HefuLexer.WHERE,
          HefuLexer.AND,
          HefuLexer.OR,
          HefuLexer.NOT,
          HefuLexer.IS,
          HefuLexer.IS_NOT,
          HefuLexer.LESS,
          HefuLexer.LESS_OR_EQUAL,
          HefuLexer.GREATER,
          HefuLexer.GREATER_OR_EQUAL,
          HefuLexer.PLUS,
          HefuLexer.MINUS);

  private Parse() {}

  /**
   * The module in the source; what cannot be read is reported and stays in it as {@code Unread}.
   */
  public static Parsed file(Source given) {
    List<Problem> problems = new ArrayList<>();
    Source source = withoutLoneSurrogates(given);
    Places places = new Places(source);
    List<Integer> starts = new ArrayList<>();
    Module module =
        read(source, places, problems, starts, marked -> Trees.module(marked, places, problems))
            .orElseGet(() -> unread(source, places));
    problems.sort(null);
    return new Parsed(module, List.copyOf(problems), List.copyOf(starts));
  }

  /**
   * As {@link #file}; where the text is much as one that was read before, only what differs is read
   * again.
   */
  public static Parsed file(Source given, Parsed before) {
    Source source = withoutLoneSurrogates(given);
    return Reparse.of(before, source).orElseGet(() -> file(source));
  }

  /** The module's name and the modules that it uses; the rest of the text is not read. */
  public static Module head(Source given) {
    Source source = withoutLoneSurrogates(given);
    HefuLexer lexer = new HefuLexer(CharStreams.fromString(source.text()));
    lexer.removeErrorListeners();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF && !beginsLine(token)) {
      token = lexer.nextToken();
    }
    int end = source.text().offsetByCodePoints(0, token.getStartIndex());
    return file(new Source(source.name(), source.text().substring(0, end))).module();
  }

  /** Is it a word that begins a declaration, at the very beginning of a line? */
  private static boolean beginsLine(Token token) {
    return token.getCharPositionInLine() == 0 && BEGINNINGS.contains(token.getType());
  }

  /** A module of which only the name is read, if it stands on the first line. */
  private static Module unread(Source source, Places places) {
    int end = source.text().indexOf('\n');
    String line = end < 0 ? "" : source.text().substring(0, end);
    Optional<Path> name =
        read(
                new Source(source.name(), line),
                places,
                new ArrayList<>(),
                new ArrayList<>(),
                marked -> Trees.module(marked, places, new ArrayList<>()))
            .flatMap(Module::name);
    return new Module(source, name, List.of(), List.of());
  }

  /**
   * Every token of the source, comments too, in order; a keyword that names something there is a
   * name.
   */
  public static List<org.hefu.syntax.Token> tokens(Source given) {
    Source source = withoutLoneSurrogates(given);
    Places places = new Places(source);
    Set<Integer> names = names(source, places);
    List<org.hefu.syntax.Token> all = new ArrayList<>();
    for (Token token : lex(source)) {
      if (token.getType() != Token.EOF) {
        int start = places.start(token);
        int end = places.end(token);
        int type = names.contains(token.getStartIndex()) ? HefuLexer.NAME : token.getType();
        all.add(Words.token(type, start, end, source.text().substring(start, end)));
      }
    }
    return all;
  }

  /** The tokens of a text that stands by itself, whatever the parser would make of them. */
  public static List<org.hefu.syntax.Token> word(String text) {
    Source source = withoutLoneSurrogates(new Source("", text));
    Places places = new Places(source);
    return lex(source).stream()
        .filter(t -> t.getType() != Token.EOF)
        .map(t -> Words.token(t.getType(), places.start(t), places.end(t), places.span(t).text()))
        .toList();
  }

  /** Where keywords begin that the parser takes for names. */
  private static Set<Integer> names(Source source, Places places) {
    Set<Integer> names = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    return read(
            source,
            places,
            problems,
            new ArrayList<>(),
            marked -> {
              names(Trees.file(marked, places, problems), names);
              return names;
            })
        .orElse(names);
  }

  /** What is made of the marked tokens; empty, and reported, where they nest too deep. */
  private static <T> Optional<T> read(
      Source source,
      Places places,
      List<Problem> problems,
      List<Integer> starts,
      Function<List<Token>, T> make) {
    List<Token> tokens = lex(source);
    mend(tokens, places, problems);
    int depth = depth(tokens, places, problems);
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    List<Token> marked = marked(tokens);
    starts.addAll(starts(marked, places));
    Supplier<T> read = () -> make.apply(marked);
    return Optional.of(depth > SHALLOW ? DeepStack.call(read) : read.get());
  }

  private static void names(ParseTree tree, Set<Integer> names) {
    boolean isName =
        tree instanceof HefuParser.NameContext || tree instanceof HefuParser.OutcomeWordContext;
    if (isName && tree instanceof ParserRuleContext name && name.exception == null) {
      names.add(name.getStart().getStartIndex());
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      names(tree.getChild(i), names);
    }
  }

  private static List<Token> lex(Source source) {
    return lex(source.text(), source.name());
  }

  static List<Token> lex(String text, String name) {
    HefuLexer lexer = new HefuLexer(CharStreams.fromString(text, name));
    lexer.removeErrorListeners();
    // A word, and what stands behind it.
    List<Token> tokens = new ArrayList<>(text.length() / 4 + 2);
    Token token;
    do {
      token = lexer.nextToken();
      tokens.add(token);
    } while (token.getType() != Token.EOF);
    return tokens;
  }

  /**
   * The tokens that count, with a mark before each keyword that begins a declaration at the very
   * beginning of a line. Within braces, or behind a dot, such a word may be a name all the same,
   * unless a name or a text follows it.
   */
  static List<Token> marked(List<Token> tokens) {
    List<Token> counted = new ArrayList<>(tokens.size());
    for (Token each : tokens) {
      if (each.getChannel() == Token.DEFAULT_CHANNEL) {
        counted.add(each);
      }
    }
    List<Token> marked = new ArrayList<>(counted.size() + counted.size() / 8);
    int depth = 0;
    for (int i = 0; i < counted.size(); i++) {
      Token token = counted.get(i);
      boolean first = i == 0 || counted.get(i - 1).getLine() < token.getLine();
      if (first && token.getCharPositionInLine() == 0 && BEGINNINGS.contains(token.getType())) {
        int next = i + 1 < counted.size() ? counted.get(i + 1).getType() : Token.EOF;
        boolean goesOn = depth > 0 || (i > 0 && counted.get(i - 1).getType() == HefuLexer.DOT);
        boolean named = next == HefuLexer.NAME || next == HefuLexer.TEXT;
        boolean isKeyword = !Words.shown(next).isEmpty() && !Words.isMark(next);
        named |= isAccount(counted, i);
        if ((named || (!goesOn && isKeyword)) && !isOperand(counted, i)) {
          marked.add(start(token));
          depth = 0;
        }
      }
      depth += token.getType() == HefuLexer.LEFT_BRACE ? 1 : 0;
      depth -= token.getType() == HefuLexer.RIGHT_BRACE && depth > 0 ? 1 : 0;
      marked.add(token);
    }
    return marked;
  }

  /** Where the declarations begin that are marked. */
  static List<Integer> starts(List<Token> marked, Places places) {
    List<Integer> starts = new ArrayList<>();
    for (Token each : marked) {
      if (each.getType() == HefuLexer.START) {
        starts.add(places.start(each));
      }
    }
    return starts;
  }

  /** Do articles follow, as they do in no other list? */
  private static boolean isAccount(List<Token> tokens, int index) {
    return index + 2 < tokens.size()
        && tokens.get(index).getType() == HefuLexer.ACCOUNT
        && tokens.get(index + 1).getType() == HefuLexer.LEFT_BRACE
        && (tokens.get(index + 2).getType() == HefuLexer.ART
            || tokens.get(index + 2).getType() == HefuLexer.ARTICLE);
  }

  /** Is it a tally that a condition looks at, behind what can only be followed by a value? */
  private static boolean isOperand(List<Token> tokens, int index) {
    return index > 0
        && tokens.get(index).getType() == HefuLexer.TALLY
        && BEFORE_VALUES.contains(tokens.get(index - 1).getType());
  }

  private static Token start(Token keyword) {
    CommonToken start = new CommonToken(keyword);
    start.setType(HefuLexer.START);
    start.setText("");
    start.setStopIndex(keyword.getStartIndex() - 1);
    return start;
  }

  /**
   * Reports what is no token, and makes the rest readable: stray characters are passed over, open
   * texts closed.
   */
  static void mend(List<Token> tokens, Places places, List<Problem> problems) {
    Token stray = null;
    for (Token each : tokens) {
      CommonToken token = (CommonToken) each;
      if (token.getType() == HefuLexer.UNCLOSED_TEXT) {
        problems.add(Problem.of(Code.UNCLOSED_TEXT, places.span(token)));
        token.setType(HefuLexer.TEXT);
      }
      if (token.getType() == HefuLexer.STRAY) {
        // Several in a row are one mistake.
        if (stray == null || stray.getLine() != token.getLine()) {
          String name = "U+%04X".formatted(places.span(token).text().codePointAt(0));
          problems.add(Problem.of(Code.STRAY_CHARACTER, places.span(token), name));
        }
        token.setChannel(Lexer.HIDDEN);
        stray = token;
      } else {
        stray = null;
      }
    }
  }

  /** How deep the tokens nest; where that is too deep, it is reported. */
  static int depth(List<Token> tokens, Places places, List<Problem> problems) {
    Deque<Integer> open = new ArrayDeque<>();
    int depth = 0;
    int nots = 0;
    int deepest = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      switch (token.getType()) {
        case HefuLexer.NOT -> nots++;
        case HefuLexer.LEFT_BRACE, HefuLexer.LEFT_PAREN -> {
          open.push(depth);
          depth += nots + 1;
          nots = 0;
        }
        case HefuLexer.RIGHT_BRACE, HefuLexer.RIGHT_PAREN -> {
          depth = open.isEmpty() ? 0 : open.pop();
          nots = 0;
        }
        default -> nots = 0;
      }
      deepest = Math.max(deepest, depth + nots);
      if (deepest > DEEPEST) {
        problems.add(Problem.of(Code.TOO_DEEP, places.span(token), DEEPEST));
        return deepest;
      }
    }
    return deepest;
  }

  private static Source withoutLoneSurrogates(Source source) {
    String text = source.text();
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
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

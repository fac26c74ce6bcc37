package org.hefu.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reports an error once, in our words, and goes on behind the smallest part that holds it: an
 * entry, a clause, a declaration. An error travels up as an exception to the nearest such part, so
 * every part above is whole.
 */
final class Recovery extends DefaultErrorStrategy {
  /** Rules that are given up as one when something in them cannot be read. */
  private static final Set<Integer> PARTS =
      Set.of(
          HefuParser.RULE_header,
          HefuParser.RULE_useLine,
          HefuParser.RULE_declaration,
          HefuParser.RULE_property,
          HefuParser.RULE_member,
          HefuParser.RULE_field,
          HefuParser.RULE_procedurePart,
          HefuParser.RULE_instrumentPart,
          HefuParser.RULE_tallyPart,
          HefuParser.RULE_grantPart,
          HefuParser.RULE_row,
          HefuParser.RULE_clause,
          HefuParser.RULE_scenarioPart,
          HefuParser.RULE_given);

  /** Rules whose body is a list of such parts. */
  private static final Set<Integer> LISTS =
      Set.of(
          HefuParser.RULE_file,
          HefuParser.RULE_instrument,
          HefuParser.RULE_kind,
          HefuParser.RULE_member,
          HefuParser.RULE_record,
          HefuParser.RULE_procedure,
          HefuParser.RULE_version,
          HefuParser.RULE_list,
          HefuParser.RULE_tally,
          HefuParser.RULE_grant,
          HefuParser.RULE_ruleDeclaration,
          HefuParser.RULE_scenario,
          HefuParser.RULE_scenarioPart);

  private static final Set<Integer> CLAUSE_STARTS =
      Set.of(
          HefuLexer.FORBID,
          HefuLexer.PERMIT,
          HefuLexer.REQUIRE,
          HefuLexer.EXEMPT,
          HefuLexer.OBLIGE,
          HefuLexer.PRESUME,
          HefuLexer.ADVISE,
          HefuLexer.WHEN,
          HefuLexer.UNLESS,
          HefuLexer.YIELDS,
          HefuLexer.YIELDS_TO,
          HefuLexer.OVERRIDES,
          HefuLexer.CONSEQUENCE,
          HefuLexer.GIVEN,
          HefuLexer.USING,
          HefuLexer.EXPECT,
          HefuLexer.CITING,
          HefuLexer.REQUIRING,
          HefuLexer.MISSING,
          HefuLexer.NOTE,
          HefuLexer.PART,
          HefuLexer.TABLE,
          HefuLexer.MET);

  private final Places places;
  private final List<Problem> problems;
  private @Nullable RecognitionException reported;
  private int stuckAt = -1;

  Recovery(Places places, List<Problem> problems) {
    this.places = places;
    this.problems = problems;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (error == reported) {
      return;
    }
    reported = error;
    Token found = error.getOffendingToken();
    report(parser, found == null ? parser.getCurrentToken() : found);
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    if (!PARTS.contains(parser.getContext().getRuleIndex())) {
      throw error;
    }
    beginErrorCondition(parser);
    skip(parser, parser.getContext().getRuleIndex());
    endErrorCondition(parser);
  }

  @Override
  public Token recoverInline(Parser parser) {
    Token found = parser.getCurrentToken();
    IntervalSet expected = parser.getExpectedTokens();
    boolean partEnds =
        found.getType() == Token.EOF
            || found.getType() == HefuLexer.RIGHT_BRACE
            || startsLine(parser, found);
    boolean bodyEnds = found.getType() == Token.EOF || startsDeclaration(found);
    if (expected.contains(HefuLexer.RIGHT_BRACE) && bodyEnds) {
      missing(parser, HefuLexer.LEFT_BRACE, "`}`");
      return getMissingSymbol(parser);
    }
    if (expected.contains(HefuLexer.RIGHT_PAREN) && partEnds) {
      missing(parser, HefuLexer.LEFT_PAREN, "`)`");
      return getMissingSymbol(parser);
    }
    throw new InputMismatchException(parser);
  }

  /** At the seams of a list: passes over what cannot begin a part of it. */
  @Override
  public void sync(Parser parser) {
    ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
    boolean seam =
        state.getStateType() == ATNState.STAR_LOOP_ENTRY
            || state.getStateType() == ATNState.STAR_LOOP_BACK;
    int rule = parser.getContext().getRuleIndex();
    if (!seam || !LISTS.contains(rule) || inErrorRecoveryMode(parser)) {
      return;
    }
    IntervalSet next = parser.getInterpreter().atn.nextTokens(state);
    if (next.contains(Token.EPSILON)) {
      // The list of a part, not of a body: what follows it is not its own affair.
      return;
    }
    while (!next.contains(parser.getCurrentToken().getType())) {
      Token found = parser.getCurrentToken();
      if (found.getType() == Token.EOF
          || (rule != HefuParser.RULE_file && startsDeclaration(found))) {
        return;
      }
      report(parser, found);
      beginErrorCondition(parser);
      parser.consume();
      skip(parser, rule == HefuParser.RULE_file ? HefuParser.RULE_declaration : rule);
      endErrorCondition(parser);
    }
  }

  private void report(Parser parser, Token at) {
    Token found =
        at.getType() == HefuLexer.START ? parser.getTokenStream().get(at.getTokenIndex() + 1) : at;
    Object expected = expected(parser);
    Problem problem = Problem.of(Code.UNREADABLE, places.span(found), expected, shown(found));
    boolean isWord =
        !Words.shown(found.getType()).isEmpty()
            && Character.isLetter(found.getText().codePointAt(0));
    boolean wantsName = parser.getExpectedTokens().contains(HefuLexer.NAME);
    problems.add(isWord && wantsName ? problem.help("keyword", found.getText()) : problem);
  }

  private static Object expected(Parser parser) {
    int rule = parser.getContext().getRuleIndex();
    return switch (rule) {
      case HefuParser.RULE_condition,
          HefuParser.RULE_conjunction,
          HefuParser.RULE_negation,
          HefuParser.RULE_comparison,
          HefuParser.RULE_sum,
          HefuParser.RULE_primary,
          HefuParser.RULE_givenValue ->
          oneOf(parser, "condition");
      case HefuParser.RULE_name,
          HefuParser.RULE_outcome,
          HefuParser.RULE_path,
          HefuParser.RULE_called ->
          oneOf(parser, "name");
      case HefuParser.RULE_file, HefuParser.RULE_declaration -> oneOf(parser, "declaration");
      case HefuParser.RULE_ruleDeclaration, HefuParser.RULE_clause -> oneOf(parser, "clause");
      case HefuParser.RULE_scenario, HefuParser.RULE_scenarioPart -> oneOf(parser, "scenario-part");
      case HefuParser.RULE_instrument,
          HefuParser.RULE_instrumentPart,
          HefuParser.RULE_version,
          HefuParser.RULE_list,
          HefuParser.RULE_tally,
          HefuParser.RULE_tallyPart,
          HefuParser.RULE_grant,
          HefuParser.RULE_grantPart,
          HefuParser.RULE_property ->
          oneOf(parser, "property");
      case HefuParser.RULE_propertyValue -> oneOf(parser, "property-value");
      case HefuParser.RULE_kind, HefuParser.RULE_member -> oneOf(parser, "member");
      case HefuParser.RULE_record, HefuParser.RULE_field -> oneOf(parser, "field");
      case HefuParser.RULE_given -> oneOf(parser, "given");
      case HefuParser.RULE_citation, HefuParser.RULE_number, HefuParser.RULE_citations ->
          oneOf(parser, "citation");
      case HefuParser.RULE_type -> oneOf(parser, "type");
      case HefuParser.RULE_text -> new Problem.Phrase("text");
      case HefuParser.RULE_set -> oneOf(parser, "set");
      default -> oneOf(parser, "other");
    };
  }

  /** Up to three words or marks that may stand here, or the phrase where there are more. */
  private static Object oneOf(Parser parser, String phrase) {
    IntervalSet expected = parser.getExpectedTokens();
    List<String> words = new ArrayList<>();
    for (int type : expected.toList()) {
      String word = Words.shown(type);
      if (word.isEmpty() || words.size() == 3) {
        return new Problem.Phrase(phrase);
      }
      words.add(word);
    }
    return words.isEmpty() ? new Problem.Phrase(phrase) : String.join(", ", words);
  }

  private Object shown(Token token) {
    return token.getType() == Token.EOF
        ? new Problem.Phrase("end")
        : "`" + places.span(token).text() + "`";
  }

  private void missing(Parser parser, int opener, String closer) {
    Token last = parser.getInputStream().LT(-1);
    Problem problem = Problem.of(Code.UNCLOSED, places.span(last).after(), closer);
    ParserRuleContext context = parser.getContext();
    Token opened =
        context.getToken(opener, 0) == null ? null : context.getToken(opener, 0).getSymbol();
    problems.add(opened == null ? problem : problem.related(places.span(opened), "opened-here"));
  }

  /** Passes over tokens until a part of this kind ends. */
  private void skip(Parser parser, int rule) {
    if (parser.getInputStream().index() == stuckAt) {
      parser.consume();
    }
    int depth = 0;
    while (true) {
      Token token = parser.getCurrentToken();
      if (token.getType() == Token.EOF || startsDeclaration(token)) {
        break;
      }
      if (depth == 0 && rule != HefuParser.RULE_declaration && ends(parser, token, rule)) {
        break;
      }
      depth += token.getType() == HefuLexer.LEFT_BRACE ? 1 : 0;
      depth -= token.getType() == HefuLexer.RIGHT_BRACE && depth > 0 ? 1 : 0;
      parser.consume();
    }
    stuckAt = parser.getInputStream().index();
  }

  private static boolean ends(Parser parser, Token token, int rule) {
    if (token.getType() == HefuLexer.RIGHT_BRACE) {
      return true;
    }
    return switch (rule) {
      case HefuParser.RULE_clause, HefuParser.RULE_ruleDeclaration, HefuParser.RULE_scenario ->
          startsLine(parser, token) && CLAUSE_STARTS.contains(token.getType());
      case HefuParser.RULE_scenarioPart ->
          startsLine(parser, token) || parser.getInputStream().LT(-1).getType() == HefuLexer.COMMA;
      default ->
          startsLine(parser, token) || parser.getInputStream().LT(-1).getType() == HefuLexer.COMMA;
    };
  }

  private static boolean startsLine(Parser parser, Token token) {
    Token before = parser.getInputStream().LT(-1);
    return before == null || before.getLine() < token.getLine();
  }

  private static boolean startsDeclaration(Token token) {
    return token.getType() == HefuLexer.START;
  }
}

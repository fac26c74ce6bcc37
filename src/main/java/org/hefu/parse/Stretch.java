package org.hefu.parse;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** Some of the tokens of a text, for ANTLR to read as if there were no others. */
final class Stretch implements TokenStream {
  /** It would stand in ANTLR's own messages, which nobody reads. */
  private static final String UNREAD = "";

  private final List<Token> tokens;
  private final int from;
  private final int to;
  private final Token end;
  private int at;

  /** From one of the tokens to before another. Always: there are some. */
  Stretch(List<Token> tokens, int from, int to) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.at = from;
    CommonToken last = new CommonToken(tokens.get(to - 1));
    last.setType(Token.EOF);
    this.end = last;
  }

  private Token token(int index) {
    return index < to ? tokens.get(index) : end;
  }

  private int index(int ahead) {
    return ahead > 0 ? at + ahead - 1 : at + ahead;
  }

  @Override
  public @Nullable Token LT(int ahead) {
    return index(ahead) < from ? null : token(index(ahead));
  }

  @Override
  public int LA(int ahead) {
    return index(ahead) < from ? Token.INVALID_TYPE : token(index(ahead)).getType();
  }

  @Override
  public Token get(int index) {
    return token(from + index);
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int index() {
    return at - from;
  }

  @Override
  public void seek(int index) {
    at = from + index;
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // Every token stays where it is.
  }

  @Override
  public TokenSource getTokenSource() {
    return end.getTokenSource();
  }

  @Override
  public String getSourceName() {
    return getTokenSource().getSourceName();
  }

  @Override
  public String getText() {
    return UNREAD;
  }

  @Override
  public String getText(Interval interval) {
    return UNREAD;
  }

  @Override
  public String getText(RuleContext context) {
    return UNREAD;
  }

  @Override
  public String getText(Token start, Token stop) {
    return UNREAD;
  }
}

package org.hefu.format;

import java.util.List;
import java.util.Optional;
import org.hefu.syntax.Token;
import org.hefu.text.Language;
import org.hefu.text.Source;

/**
 * Lays out a module's text: indentation, spaces, blank lines. Its author's line breaks stay, and so
 * does every word and mark but the keywords, where they are asked for in one language. Always: what
 * is laid out means the same as before, and laying it out again changes nothing.
 */
public final class Format {
  private Format() {}

  /**
   * The text of a source that reads without a problem.
   *
   * @param tokens all of the source, in order
   * @param keywords the language to which to turn the keywords
   */
  public static String text(List<Token> tokens, Source source, Optional<Language> keywords) {
    List<Token> words = keywords.map(k -> Reword.to(k, tokens)).orElse(tokens);
    return new Layout(words, source).text();
  }
}

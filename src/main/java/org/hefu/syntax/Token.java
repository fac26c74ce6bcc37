package org.hefu.syntax;

/**
 * A word, mark, literal or comment of a file, for those who care how it was written.
 *
 * @param en how the keyword or mark is written in English; empty for what is neither
 * @param zh how it is written in Chinese; empty where it is written so only together with a
 *     neighbour
 */
public record Token(Type type, int start, int end, String text, String en, String zh) {
  /** What kind of token. */
  public enum Type {
    KEYWORD,
    NAME,
    LITERAL,
    MARK,
    COMMENT,
    STRAY
  }
}

package org.hefu.text;

/** How many terminal columns a text takes. */
public final class Width {
  private static final int TAB = 4;
  private static final int FIRST_MARK = 0x300;
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int FIRST_HAN = 0x4E00;
  private static final int LAST_HAN = 0x9FFF;

  private Width() {}

  /**
   * Columns of the text, its first character standing in the first column; a tab goes to the next
   * multiple of 4.
   */
  public static int of(String text) {
    return of(text, 0, text.length());
  }

  /** The same of the characters from one to before another. */
  static int of(String text, int from, int end) {
    int columns = 0;
    int at = from;
    while (at < end) {
      int c = text.codePointAt(at);
      columns += c == '\t' ? TAB - columns % TAB : of(c);
      at += Character.charCount(c);
    }
    return columns;
  }

  /** The text with its tabs as spaces and other control characters as a visible mark. */
  public static String shown(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c == '\t') {
        out.repeat(' ', TAB - of(out.toString()) % TAB);
      } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        out.append('\uFFFD');
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static int of(int c) {
    // Most texts are of these, whose type need not be looked up.
    if (c < FIRST_MARK && c != SOFT_HYPHEN) {
      return 1;
    }
    if (c >= FIRST_HAN && c <= LAST_HAN) {
      return 2;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isInWideBlock(c) ? 2 : 1;
    };
  }

  /** Does the character take two columns? */
  static boolean isWide(int c) {
    return of(c) == 2;
  }

  private static boolean isInWideBlock(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0x303E)
            || (c >= 0x3041 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}

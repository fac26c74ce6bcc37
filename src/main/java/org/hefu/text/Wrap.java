package org.hefu.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width, between words and between Chinese characters. */
public final class Wrap {
  private static final String NEVER_FIRST = "，。、；：！？）】》〉」』”’％…—·,.;:!?)]}%";
  private static final String NEVER_LAST = "（【《〈「『“‘([{";

  private static final String NUMERALS = "〇零一二三四五六七八九十百千";

  private Wrap() {}

  /** Lines of at most so many columns, unless a word alone is longer; at least one. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (String piece : pieces(text)) {
      String shown = line.isEmpty() ? piece.stripLeading() : piece;
      int wide = Width.of(shown);
      if (!line.isEmpty() && columns + Width.of(shown.stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        columns = 0;
        shown = piece.stripLeading();
        wide = Width.of(shown);
      }
      line.append(shown);
      columns += wide;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** What stays together; a space belongs to the piece before it. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int before = ' ';
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!piece.isEmpty() && breaks(before, c)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(c);
      before = c;
      i += Character.charCount(c);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static boolean breaks(int before, int after) {
    if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    // 第三十九条 is one word, and so are 10万 and 3年.
    boolean counts = before == '第' || NUMERALS.indexOf(before) >= 0;
    if (counts && (NUMERALS.indexOf(after) >= 0 || "条款项".indexOf(after) >= 0)) {
      return false;
    }
    boolean measured = Character.isDigit(before) && isWide(after);
    return (before == ' ' && after != ' ') || isWide(before) || (isWide(after) && !measured);
  }

  private static boolean isWide(int c) {
    return Width.of(Character.toString(c)) == 2;
  }
}

package org.hefu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Lines are those that come of putting what stays together one piece behind the other. */
class WrapLaws {
  private static final String NEVER_FIRST = "，。、；：！？）】》〉」』”’％…—·,.;:!?)]}%";
  private static final String NEVER_LAST = "（【《〈「『“‘([{";
  private static final String NUMERALS = "〇零一二三四五六七八九十百千";
  private static final String OTHERS = "条款项第万a b1 9\t　é\u0301Z\u00ad〖글\u3099ﾊ";

  @Property
  void linesAreOfPieces(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 30) int width) {
    assertEquals(expected(text, width), Wrap.lines(text, width));
  }

  @Provide
  Arbitrary<String> texts() {
    String usual = NEVER_FIRST + NEVER_LAST + NUMERALS + OTHERS + OTHERS + "    ";
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.of(usual.split("(?!^)"))),
            Tuple.of(1, Arbitraries.of("𠀀", "😀", "exported_people", "\ud840")),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(3)));
    return pieces.list().ofMaxSize(40).map(each -> String.join("", each));
  }

  /** Lines of at most so many columns, unless a word alone is longer; at least one. */
  private static List<String> expected(String text, int width) {
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

package org.hefu.decide;

import java.util.List;
import org.hefu.text.Language;
import org.hefu.text.Width;
import org.hefu.text.Wording;
import org.hefu.text.Wrap;

/**
 * The lines of an explanation as they are written: wrapped, in columns, coloured where that is
 * wanted.
 */
final class Page {
  /** How something stands out. */
  enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    CARE("33"),
    BAD("31"),
    OPEN("35");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** The column of marks in a table, and what stands between two columns. */
  private static final int GAP = 2;

  private final StringBuilder out = new StringBuilder();
  private final Look look;
  private final Wording words;

  Page(Look look) {
    this.look = look;
    this.words = new Wording("org.hefu.decide.words", look.language());
  }

  Language language() {
    return look.language();
  }

  String say(String key, Object... args) {
    return words.say(key, args);
  }

  /** Opens a section, set off from what is above. */
  void heading(String key, Object... args) {
    out.append('\n').append(styled(Style.STRONG, say(key, args))).append('\n');
  }

  void gap() {
    out.append('\n');
  }

  /** A paragraph, so many columns in. */
  void text(int indent, Style style, String text) {
    item(indent, "", Style.PLAIN, style, text);
  }

  void text(int indent, String text) {
    text(indent, Style.PLAIN, text);
  }

  /** A paragraph with a mark before it, its further lines under the first. */
  void item(int indent, String mark, Style markStyle, Style style, String text) {
    int hang = mark.isEmpty() ? 0 : Width.of(mark) + 1;
    boolean first = true;
    for (String line : Wrap.lines(text, look.width() - indent - hang)) {
      out.repeat(' ', indent);
      if (first && !mark.isEmpty()) {
        out.append(styled(markStyle, mark)).append(' ');
      } else {
        out.repeat(' ', hang);
      }
      out.append(styled(style, line)).append('\n');
      first = false;
    }
  }

  /** A row of a table: a mark, a text in a column of its own, and another beside it. */
  void row(int indent, String mark, Style markStyle, String left, int leftWidth, String right) {
    List<String> lefts = Wrap.lines(left, leftWidth);
    int rest = Math.max(12, look.width() - indent - GAP - leftWidth - GAP);
    List<String> rights = right.isEmpty() ? List.of() : Wrap.lines(right, rest);
    for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
      String here = i < lefts.size() ? lefts.get(i) : "";
      String shown = i == 0 ? mark : "";
      StringBuilder line = new StringBuilder().repeat(' ', indent);
      line.append(shown.isEmpty() ? "" : styled(markStyle, shown))
          .repeat(' ', Math.max(0, GAP - Width.of(shown)));
      line.append(here);
      if (i < rights.size()) {
        line.repeat(' ', Math.max(0, leftWidth - Width.of(here)) + GAP).append(rights.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  String styled(Style style, String text) {
    return look.colour() && !style.code.isEmpty() && !text.isEmpty()
        ? "\u001b[" + style.code + "m" + text + "\u001b[0m"
        : text;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

package org.hefu.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width, between words and between Chinese characters. */
public final class Wrap {
  private Wrap() {}

  /** Lines of at most so many columns, unless a word alone is longer; at least one. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    int line = 0;
    int columns = 0;
    for (int from = 0; from < text.length(); ) {
      int end = end(text, from);
      if (line < from && columns + Width.of(text, from, trailing(text, from, end)) > width) {
        lines.add(text.substring(line, trailing(text, line, from)));
        line = from;
        columns = 0;
      }
      if (line == from) {
        // No line begins with white space.
        line = leading(text, from, end);
      }
      columns += Width.of(text, Math.max(line, from), end);
      from = end;
    }
    lines.add(text.substring(line, trailing(text, line, text.length())));
    return lines;
  }

  /** Where the piece ends that begins somewhere; a space belongs to the piece before it. */
  private static int end(String text, int from) {
    int before = text.codePointAt(from);
    int at = from + Character.charCount(before);
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (breaks(before, c)) {
        return at;
      }
      before = c;
      at += Character.charCount(c);
    }
    return at;
  }

  /** Behind the white space that stands first. */
  private static int leading(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Before the white space that stands last. */
  private static int trailing(String text, int from, int end) {
    int at = end;
    while (at > from && Character.isWhitespace(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private static boolean breaks(int before, int after) {
    if (isNeverFirst(after) || isNeverLast(before)) {
      return false;
    }
    // 第三十九条 is one word, and so are 10万 and 3年.
    boolean counts = before == '第' || isNumeral(before);
    if (counts && (isNumeral(after) || after == '条' || after == '款' || after == '项')) {
      return false;
    }
    if (before == ' ') {
      return after != ' ' || Width.isWide(before);
    }
    return Width.isWide(before) || (Width.isWide(after) && !Character.isDigit(before));
  }

  private static boolean isNeverFirst(int c) {
    return switch (c) {
      case '，', '。', '、', '；', '：', '！', '？', '）', '】', '》', '〉', '」', '』' -> true;
      case '”', '’', '％', '…', '—', '·', ',', '.', ';', ':', '!', '?', ')', ']', '}', '%' -> true;
      default -> false;
    };
  }

  private static boolean isNeverLast(int c) {
    return switch (c) {
      case '（', '【', '《', '〈', '「', '『', '“', '‘', '(', '[', '{' -> true;
      default -> false;
    };
  }

  private static boolean isNumeral(int c) {
    return switch (c) {
      case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千' -> true;
      default -> false;
    };
  }
}

package org.hefu.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a policy, each once. A text with a number that is even has one byte a character, one
 * with an odd number two.
 */
final class Pool {
  private final byte[] bytes;
  private final int narrowEnds;
  private final int narrow;
  private final int wideEnds;
  private final String wide;
  private final ByteBuffer numbers;
  private final @Nullable String[] narrowTexts;
  private final @Nullable String[] wideTexts;

  /** Reads what {@link Writing} wrote. */
  Pool(byte[] bytes, int from) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes);
    int narrowCount = numbers.getInt(from);
    int wideCount = numbers.getInt(from + 4);
    this.narrowEnds = from + 8;
    this.wideEnds = narrowEnds + 4 * narrowCount;
    this.narrow = wideEnds + 4 * wideCount;
    int narrowSize = narrowCount == 0 ? 0 : numbers.getInt(wideEnds - 4);
    int wideSize = wideCount == 0 ? 0 : numbers.getInt(narrow - 4);
    this.wide = chars(bytes, narrow + narrowSize, wideSize);
    this.narrowTexts = new @Nullable String[narrowCount];
    this.wideTexts = new @Nullable String[wideCount];
  }

  String text(int number) {
    return (number & 1) == 0 ? narrow(number >> 1) : wide(number >> 1);
  }

  private String narrow(int index) {
    String text = narrowTexts[index];
    if (text == null) {
      int start = index == 0 ? 0 : numbers.getInt(narrowEnds + 4 * (index - 1));
      int end = numbers.getInt(narrowEnds + 4 * index);
      text = new String(bytes, narrow + start, end - start, StandardCharsets.ISO_8859_1);
      narrowTexts[index] = text;
    }
    return text;
  }

  private String wide(int index) {
    String text = wideTexts[index];
    if (text == null) {
      int start = index == 0 ? 0 : numbers.getInt(wideEnds + 4 * (index - 1));
      text = wide.substring(start, numbers.getInt(wideEnds + 4 * index));
      wideTexts[index] = text;
    }
    return text;
  }

  /** As many characters as asked for, of two bytes each, the lower first. */
  static String chars(byte[] bytes, int from, int length) {
    char[] chars = new char[length];
    ByteBuffer.wrap(bytes, from, 2 * length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asCharBuffer()
        .get(chars);
    return new String(chars);
  }

  /** Gathers texts. */
  static final class Writing {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> narrow = new ArrayList<>();
    private final List<String> wide = new ArrayList<>();

    int number(String text) {
      Integer known = numbers.get(text);
      if (known == null) {
        boolean isNarrow = text.chars().allMatch(c -> c < 256);
        List<String> among = isNarrow ? narrow : wide;
        known = among.size() << 1 | (isNarrow ? 0 : 1);
        among.add(text);
        numbers.put(text, known);
      }
      return known;
    }

    byte[] bytes() {
      int narrowSize = narrow.stream().mapToInt(String::length).sum();
      int wideSize = wide.stream().mapToInt(String::length).sum();
      ByteBuffer out =
          ByteBuffer.allocate(8 + 4 * (narrow.size() + wide.size()) + narrowSize + 2 * wideSize);
      out.putInt(narrow.size()).putInt(wide.size());
      ends(narrow, out);
      ends(wide, out);
      narrow.forEach(text -> out.put(text.getBytes(StandardCharsets.ISO_8859_1)));
      wide.forEach(text -> put(text, out));
      return out.array();
    }

    private static void ends(List<String> texts, ByteBuffer out) {
      int end = 0;
      for (String text : texts) {
        end += text.length();
        out.putInt(end);
      }
    }
  }

  static void put(String text, ByteBuffer out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.put((byte) c).put((byte) (c >> 8));
    }
  }
}

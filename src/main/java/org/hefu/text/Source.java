package org.hefu.text;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A named text, with its lines. */
public final class Source {
  private final String name;
  private final int length;
  private final @Nullable Kept kept;
  private volatile @Nullable String text;
  private volatile int @Nullable [] lineStarts;

  /** How many lines of the file come before the text. */
  private final int before;

  public Source(String name, String text) {
    this(name, text, 1);
  }

  /** Some lines of a longer file, the first of which has this number. */
  public Source(String name, String text, int firstLine) {
    this(name, text.length(), text, null, firstLine);
  }

  /** One whose text is taken from where it is kept when it is asked for. */
  public Source(String name, int length, Kept kept) {
    this(name, length, null, kept, 1);
  }

  private Source(
      String name, int length, @Nullable String text, @Nullable Kept kept, int firstLine) {
    this.name = name;
    this.length = length;
    this.text = text;
    this.kept = kept;
    this.before = firstLine - 1;
  }

  /** Where the text of a source is kept that is seldom asked for. */
  @FunctionalInterface
  public interface Kept {
    /** From {@code start} to before {@code end}, in UTF-16 units. */
    String text(int start, int end);
  }

  /** The name as the user knows it, normally a path. */
  public String name() {
    return name;
  }

  public String text() {
    String whole = text;
    if (whole == null) {
      whole = text(0, length);
      text = whole;
    }
    return whole;
  }

  /** How long the text is, in UTF-16 units. */
  public int length() {
    return length;
  }

  /** A part of the text. */
  String text(int start, int end) {
    String whole = text;
    return whole != null
        ? whole.substring(start, end)
        : Objects.requireNonNull(kept).text(start, end);
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = lineStarts(text());
      lineStarts = starts;
    }
    return starts;
  }

  /** The number that the first line has in its file. */
  public int firstLine() {
    return before + 1;
  }

  public int lines() {
    return lineStarts().length;
  }

  /** The line, from 1, that holds the offset. */
  public int line(int offset) {
    int at = Arrays.binarySearch(lineStarts(), offset);
    return before + (at >= 0 ? at + 1 : -at - 1);
  }

  /** The column, from 1, counted in characters (code points). */
  public int column(int offset) {
    int start = start(line(offset));
    return text().codePointCount(start, Math.min(offset, length)) + 1;
  }

  /** Where line {@code number}, from 1, begins. */
  public int start(int number) {
    return lineStarts()[number - before - 1];
  }

  /** The text of line {@code number}, from 1, without its line end. */
  public String lineText(int number) {
    String text = text();
    int from = start(number);
    int to = number - before < lines() ? start(number + 1) : length;
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return text.substring(from, to);
  }

  /**
   * The offset of a line and column, both from 1, the column in UTF-16 units; kept within the text.
   */
  public int offset(int line, int column) {
    int within = Math.clamp(line, before + 1, before + lines());
    return Math.clamp((long) start(within) + column - 1, 0, length);
  }

  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}

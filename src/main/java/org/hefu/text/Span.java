package org.hefu.text;

/** A stretch of a source: from {@code start} to before {@code end}, in UTF-16 units. */
public record Span(Source source, int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start || end > source.length()) {
      throw new IllegalArgumentException("span %d..%d of %s".formatted(start, end, source));
    }
  }

  public String text() {
    return source.text(start, end);
  }

  public int line() {
    return source.line(start);
  }

  public int column() {
    return source.column(start);
  }

  /** From the start of this span to the end of the other. */
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The place just behind this span. */
  public Span after() {
    return new Span(source, end, end);
  }

  @Override
  public int compareTo(Span other) {
    int by = source.name().compareTo(other.source.name());
    if (by == 0) {
      by = Integer.compare(source.firstLine(), other.source.firstLine());
    }
    if (by == 0) {
      by = Integer.compare(start, other.start);
    }
    return by != 0 ? by : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    return "%s:%d:%d".formatted(source, line(), column());
  }
}

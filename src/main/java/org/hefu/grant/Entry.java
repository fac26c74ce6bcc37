package org.hefu.grant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** One row of a file: what its cells say and, where something is wrong, where they stand. */
final class Entry {
  /** From where to where in the row's text. */
  record Place(int from, int to) {}

  private final String file;
  private final int line;
  private final String text;
  private final BiFunction<String, Column, Place> places;
  private final Map<Column, List<String>> cells = new EnumMap<>(Column.class);

  /**
   * @param places finds a cell in the text
   */
  Entry(String file, int line, String text, BiFunction<String, Column, Place> places) {
    this.file = file;
    this.line = line;
    this.text = text;
    this.places = places;
  }

  int line() {
    return line;
  }

  String text() {
    return text;
  }

  /** Empty where the row says nothing of it. */
  String text(Column column) {
    List<String> values = values(column);
    return values.isEmpty() ? "" : values.getFirst();
  }

  List<String> values(Column column) {
    return cells.getOrDefault(column, List.of());
  }

  boolean has(Column column) {
    return !values(column).isEmpty();
  }

  void set(Column column, List<String> values) {
    cells.put(column, values);
  }

  boolean isSet(Column column) {
    return cells.containsKey(column);
  }

  /** Where the cell stands; the row where it has none. */
  Span place(Column column) {
    if (!isSet(column)) {
      return place();
    }
    Place place = places.apply(text, column);
    return span(place.from(), place.to());
  }

  Span place() {
    return span(0, text.length());
  }

  Span span(int from, int to) {
    return new Source(file, text, line).span(from, to);
  }
}

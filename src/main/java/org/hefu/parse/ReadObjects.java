package org.hefu.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Table;
import org.hefu.syntax.Table.Cell;
import org.hefu.text.Source;
import org.hefu.text.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON array of objects into cells that know their places. */
final class ReadObjects {
  private final Source source;
  private final List<Problem> problems;

  /** The columns in order of appearance, and the number of each. */
  private final List<Cell> columns = new ArrayList<>();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Map<Integer, Cell>> objects = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();

  ReadObjects(Source source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The table; empty, and reported, where it is malformed or something else. */
  Optional<Table> table(Span asked) {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), source.text())) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return wrong(span(parser));
      }
      Span head = span(parser);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT || !object(parser)) {
          return wrong(span(parser));
        }
      }
      if (parser.nextToken() != null) {
        malformed(span(parser), new Phrase("more"));
        return Optional.empty();
      }
      return Optional.of(new Table(asked, source, head, columns, rows()));
    } catch (JacksonException e) {
      int at = e.getLocation() == null ? source.text().length() : start(e.getLocation());
      int from = Math.min(at, source.text().length());
      boolean atEnd = source.text().substring(from).isBlank();
      Phrase phrase = atEnd ? new Phrase("ends-early") : new Phrase("no-json");
      malformed(source.span(from, Math.min(from + 1, source.text().length())), phrase);
      return Optional.empty();
    }
  }

  /** False where a value is no plain one. */
  private boolean object(JsonParser parser) {
    Map<Integer, Cell> cells = new LinkedHashMap<>();
    Span place = span(parser);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Span key = span(parser);
      Integer number = numbers.get(name);
      if (number == null) {
        number = columns.size();
        numbers.put(name, number);
        columns.add(new Cell(key, name));
      }
      JsonToken token = parser.nextToken();
      if (!token.isScalarValue()) {
        return false;
      }
      String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
      Cell first = cells.putIfAbsent(number, new Cell(span(parser), text));
      if (first != null) {
        problems.add(Problem.of(Code.FIELD_TWICE, key, name).related(first.span(), "first-here"));
      }
    }
    objects.add(cells);
    places.add(place);
    return true;
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      Cell empty = new Cell(places.get(i), "");
      List<Cell> row = new ArrayList<>(Collections.nCopies(columns.size(), empty));
      objects.get(i).forEach(row::set);
      rows.add(row);
    }
    return rows;
  }

  private Optional<Table> wrong(Span place) {
    malformed(place, new Phrase("objects"));
    return Optional.empty();
  }

  private void malformed(Span place, Phrase why) {
    problems.add(Problem.of(Code.MALFORMED_TABLE, place, "JSON", why));
  }

  /** Always: a text has been read whole before, for only then it has an end. */
  private Span span(JsonParser parser) {
    int from = start(parser.currentTokenLocation());
    int to = Math.max(from, Math.min(start(parser.currentLocation()), source.text().length()));
    String text = source.text().substring(from, to).stripTrailing();
    int colon = parser.currentToken() == JsonToken.PROPERTY_NAME ? text.lastIndexOf(':') : -1;
    String shown = colon > 0 ? text.substring(0, colon).stripTrailing() : text;
    int line = shown.indexOf('\n');
    return source.span(from, from + (line < 0 ? shown.length() : line));
  }

  private int start(TokenStreamLocation location) {
    long at = location.getCharOffset();
    return at >= 0
        ? (int) Math.min(at, source.text().length())
        : source.offset(location.getLineNr(), location.getColumnNr());
  }
}

package org.hefu.grant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON Lines: an object on each line. */
final class JsonEntries implements Entries {
  private static final String WHAT = "JSON";
  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private final ReadLines lines;
  private final Consumer<Problem> problems;

  JsonEntries(String file, ReadLines lines, Consumer<Problem> problems) {
    this.file = file;
    this.lines = lines;
    this.problems = problems;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    String line;
    while ((line = lines.next()) != null) {
      Entry row = new Entry(file, lines.line(), line, JsonEntries::place);
      if (lines.lost() > 0) {
        problems.accept(Problem.of(Code.NOT_UTF8, row.place(), lines.lost()));
      } else if (!line.isBlank() && read(row)) {
        return row;
      }
    }
    return null;
  }

  private boolean read(Entry row) {
    String text = row.text();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return malformed(row, 0, new Phrase("an-object"));
      }
      boolean sound = true;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        sound &= cell(row, parser);
      }
      if (parser.nextToken() != null) {
        return malformed(row, at(parser.currentTokenLocation(), text), new Phrase("more"));
      }
      return sound;
    } catch (JacksonException e) {
      int at = e.getLocation() == null ? text.length() : at(e.getLocation(), text);
      boolean early = text.substring(at).isBlank();
      return malformed(row, at, new Phrase(early ? "ends-early" : "no-json"));
    }
  }

  private boolean cell(Entry row, JsonParser parser) {
    String name = parser.currentName();
    Optional<Column> column = Column.called(name);
    if (column.isEmpty()) {
      problems.accept(
          Problem.of(Code.UNKNOWN_PROPERTY, key(row, parser), name)
              .nearest(Nearest.to(name, Column.words())));
    } else if (row.isSet(column.get())) {
      problems.accept(
          Problem.of(Code.FIELD_TWICE, key(row, parser), name)
              .related(row.place(column.get()), "first-here"));
    }
    boolean sound = column.isPresent() && !row.isSet(column.get());
    Optional<List<String>> values = values(parser);
    if (values.isEmpty()) {
      int at = at(parser.currentTokenLocation(), row.text());
      return malformed(row, at, new Phrase("plain-values"));
    }
    if (sound) {
      row.set(column.get(), values.get());
    }
    return sound;
  }

  private static Span key(Entry row, JsonParser parser) {
    int from = at(parser.currentTokenLocation(), row.text());
    return row.span(from, Math.min(row.text().length(), from + parser.currentName().length() + 2));
  }

  /** What a cell says; empty where it is more than a text or a list of them. */
  private static Optional<List<String>> values(JsonParser parser) {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      List<String> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (!parser.currentToken().isScalarValue()) {
          return Optional.empty();
        }
        values.add(parser.getString());
      }
      return Optional.of(values);
    }
    if (!token.isScalarValue()) {
      return Optional.empty();
    }
    boolean empty = token == JsonToken.VALUE_NULL || parser.getString().isEmpty();
    return Optional.of(empty ? List.of() : List.of(parser.getString()));
  }

  /** Where in a line the value of a column stands; the whole line where it cannot be told. */
  static Entry.Place place(String line, Column column) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isIt = Column.called(parser.currentName()).filter(column::equals).isPresent();
        parser.nextToken();
        int from = at(parser.currentTokenLocation(), line);
        parser.getString();
        parser.skipChildren();
        if (isIt) {
          return new Entry.Place(from, at(parser.currentLocation(), line));
        }
      }
    } catch (JacksonException e) {
      return new Entry.Place(0, line.length());
    }
    return new Entry.Place(0, line.length());
  }

  private boolean malformed(Entry row, int at, Phrase why) {
    int to = Math.min(at + 1, row.text().length());
    problems.accept(Problem.of(Code.MALFORMED_TABLE, row.span(at, to), WHAT, why));
    return false;
  }

  private static int at(TokenStreamLocation location, String text) {
    return Math.clamp(location.getCharOffset(), 0, text.length());
  }
}

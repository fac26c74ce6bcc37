package org.hefu.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Source;
import org.hefu.text.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads JSON or YAML into {@link Written} values that know their places. */
final class ReadWritten {
  /** How YAML writes that there is nothing, besides {@code null} and leaving it out. */
  private static final Set<String> YAML_NULLS = Set.of("~", "Null", "NULL");

  private final Source source;
  private final boolean yaml;
  private final List<Problem> problems;

  ReadWritten(Source source, boolean yaml, List<Problem> problems) {
    this.source = source;
    this.yaml = yaml;
    this.problems = problems;
  }

  /** The one value of the source; empty, and reported, where it has none or is malformed. */
  Optional<Written> read() {
    try (JsonParser parser = parser()) {
      if (parser.nextToken() == null) {
        report(source.text().length(), new Phrase("ends-early"));
        return Optional.empty();
      }
      Written value = value(parser);
      if (parser.nextToken() != null) {
        report(start(parser.currentTokenLocation()), new Phrase("more"));
        return Optional.empty();
      }
      return Optional.of(value);
    } catch (JacksonException e) {
      int at = e.getLocation() == null ? source.text().length() : start(e.getLocation());
      report(at, why(e, at));
      return Optional.empty();
    }
  }

  private JsonParser parser() {
    return yaml
        ? new YAMLFactory().createParser(ObjectReadContext.empty(), source.text())
        : new JsonFactory().createParser(ObjectReadContext.empty(), source.text());
  }

  private Object why(JacksonException e, int at) {
    if (e instanceof StreamConstraintsException) {
      return new Phrase("too-much");
    }
    if (source.text().substring(Math.min(at, source.text().length())).isBlank()) {
      return new Phrase("ends-early");
    }
    int point = source.text().codePointAt(at);
    return Character.isISOControl(point)
        ? "U+%04X".formatted(point)
        : "`" + Character.toString(point) + "`";
  }

  private void report(int at, Object why) {
    Span span = source.span(at, Math.min(at + 1, source.text().length()));
    problems.add(Problem.of(Code.MALFORMED_FLOW, span, new Phrase(yaml ? "yaml" : "json"), why));
  }

  private Written value(JsonParser parser) {
    Span span = span(parser);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> group(span, parser);
      case START_ARRAY -> {
        List<Written> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield new Written.Several(span.to(span(parser)), values);
      }
      case VALUE_STRING -> {
        // Only what has been read whole has an end.
        String text = parser.getString();
        Span place = span(parser);
        boolean quoted = place.text().startsWith("\"") || place.text().startsWith("'");
        yield yaml && !quoted && YAML_NULLS.contains(text)
            ? new Written.Nothing(place)
            : new Written.Words(place, text);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Written.Number(span, parser.getString());
      case VALUE_TRUE -> new Written.Truth(span, true);
      case VALUE_FALSE -> new Written.Truth(span, false);
      default -> new Written.Nothing(span);
    };
  }

  private Written group(Span start, JsonParser parser) {
    List<Written.Entry> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Span key = span(parser);
      String name = parser.currentName();
      parser.nextToken();
      entries.add(new Written.Entry(key, name, value(parser)));
    }
    return new Written.Group(start.to(span(parser)), entries);
  }

  private Span span(JsonParser parser) {
    int from = start(parser.currentTokenLocation());
    int to = Math.max(from, Math.min(start(parser.currentLocation()), source.text().length()));
    String text = source.text().substring(from, to).stripTrailing();
    // A name's stretch is what stands before its colon.
    int colon = parser.currentToken() == JsonToken.PROPERTY_NAME ? text.lastIndexOf(':') : -1;
    String shown = colon > 0 ? text.substring(0, colon).stripTrailing() : text;
    int line = shown.indexOf('\n');
    return source.span(from, from + (line < 0 ? shown.length() : line));
  }

  private int start(TokenStreamLocation location) {
    long at = location.getCharOffset();
    if (!yaml && at >= 0) {
      return (int) Math.min(at, source.text().length());
    }
    return source.offset(location.getLineNr(), location.getColumnNr());
  }
}

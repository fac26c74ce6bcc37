package org.hefu.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Instrument.Status;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Property;
import org.hefu.syntax.Property.Value;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration says of itself, a line for each property and none twice; what is wrong with a
 * line is reported when it is read.
 */
final class Lines {
  private static final Map<String, Status> STATUSES =
      Map.of(
          "draft", Status.DRAFT,
          "草案", Status.DRAFT,
          "in_force", Status.IN_FORCE,
          "有效", Status.IN_FORCE,
          "repealed", Status.REPEALED,
          "废止", Status.REPEALED,
          "amended", Status.AMENDED,
          "已修改", Status.AMENDED);

  private final World world;
  private final Map<String, Property> lines;

  private Lines(World world, Map<String, Property> lines) {
    this.world = world;
    this.lines = lines;
  }

  /**
   * @param keys the names that a property may have, with what each stands for
   */
  static Lines of(World world, List<Property> properties, Map<String, String> keys) {
    Map<String, Property> lines = new HashMap<>();
    for (Property each : properties) {
      Name key = each.key();
      String known = keys.get(key.text());
      if (known == null) {
        world.report(
            Problem.of(Code.UNKNOWN_PROPERTY, key.span(), key.text())
                .nearest(Nearest.to(key.text(), keys.keySet())));
        continue;
      }
      Property first = lines.putIfAbsent(known, each);
      if (first != null) {
        world.twice(key, first.key().span());
      }
    }
    return new Lines(world, lines);
  }

  /** These lines and, for what they do not say, the others. */
  Lines over(Lines others) {
    Map<String, Property> all = new HashMap<>(others.lines);
    all.putAll(lines);
    return new Lines(world, all);
  }

  Lines without(String key) {
    Map<String, Property> rest = new HashMap<>(lines);
    rest.remove(key);
    return new Lines(world, rest);
  }

  @Nullable Property at(String key) {
    return lines.get(key);
  }

  boolean has(String key) {
    return lines.containsKey(key);
  }

  /** Reports a line that has to be there, at what is declared. */
  void missing(String key, Span place) {
    world.report(Problem.of(Code.MISSING_PROPERTY, place, key));
  }

  /** Reports that the line should say something else. */
  void wrong(String key, Phrase expected) {
    Property line = lines.get(key);
    if (line != null) {
      world.report(Problem.of(Code.WRONG_PROPERTY, line.span(), line.key().text(), expected));
    }
  }

  /** The one value of the line. */
  Optional<Value> value(String key) {
    Property line = lines.get(key);
    return line == null || line.values().size() != 1
        ? Optional.empty()
        : Optional.of(line.values().getFirst());
  }

  private <T> Optional<T> read(String key, Phrase expected, Optional<T> read) {
    if (read.isEmpty()) {
      wrong(key, expected);
    }
    return read;
  }

  Bilingual words(String key) {
    Optional<Bilingual> words =
        value(key)
            .flatMap(v ->
                v instanceof Value.Words(_, var text)
                    ? Optional.of(text.value())
                    : Optional.empty());
    return read(key, new Phrase("a-text"), words).orElse(Bilingual.NONE);
  }

  /** From one day to the same or a later one. */
  Optional<Value.Dates> dates(String key) {
    Optional<Value.Dates> dates =
        value(key)
            .flatMap(v -> v instanceof Value.Dates it ? Optional.of(it) : Optional.empty())
            .filter(d -> d.to().isEmpty() || d.from() <= d.to().getAsLong());
    return read(key, new Phrase("a-date"), dates);
  }

  Optional<Status> status(String key) {
    Optional<Status> status =
        value(key)
            .flatMap(v ->
                v instanceof Value.Named(_, var path, _)
                    ? Optional.ofNullable(STATUSES.get(path.toString()))
                    : Optional.empty());
    return read(key, new Phrase("a-status"), status);
  }

  /** The path that the line names. */
  Optional<Path> path(String key, Phrase expected) {
    Optional<Path> path =
        value(key)
            .flatMap(v ->
                v instanceof Value.Named(_, var named, var of) && of.isEmpty()
                    ? Optional.of(named)
                    : Optional.empty());
    return read(key, expected, path);
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hefu.check.RoleLines.Role;
import org.hefu.model.Fact;
import org.hefu.model.Grant.Purposes;
import org.hefu.model.Kind;
import org.hefu.model.Party;
import org.hefu.model.Pattern;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Path;
import org.hefu.syntax.Property;
import org.hefu.syntax.Property.Value;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;

/** The lines of one grant as values; what is wrong with a line is reported when it is asked for. */
final class GrantLines {
  /** What a grant says of itself. */
  enum Line {
    GRANTOR("grantor", "授权方"),
    GRANTEE("grantee", "被授权方"),
    DATA("data", "数据"),
    ACTS("acts", "行为"),
    PURPOSES("purposes", "用途"),
    TERRITORY("territory", "地域"),
    PERIOD("period", "期限"),
    DEPTH("depth", "转授权"),
    PARENT("parent", "上级"),
    NOTE("note", "备注");

    private final List<String> words;

    Line(String... words) {
      this.words = List.of(words);
    }

    String word() {
      return words.getFirst();
    }

    private static Optional<Line> called(String word) {
      return Arrays.stream(values()).filter(l -> l.words.contains(word)).findFirst();
    }
  }

  private final World world;
  private final Terms terms;
  private final Map<Line, Property> lines = new EnumMap<>(Line.class);

  GrantLines(World world, Terms terms, Declaration.Grant syntax) {
    this.world = world;
    this.terms = terms;
    for (Property each : syntax.properties()) {
      String word = each.key().text();
      Optional<Line> line = Line.called(word);
      if (line.isEmpty()) {
        List<String> words = Stream.of(Line.values()).flatMap(l -> l.words.stream()).toList();
        world.report(
            Problem.of(Code.UNKNOWN_PROPERTY, each.key().span(), word)
                .nearest(Nearest.to(word, words)));
        continue;
      }
      Property first = lines.putIfAbsent(line.get(), each);
      if (first != null) {
        world.twice(each.key(), first.key().span());
      }
    }
    for (Line needed : List.of(Line.GRANTOR, Line.GRANTEE, Line.DATA, Line.ACTS)) {
      if (!lines.containsKey(needed)) {
        world.report(Problem.of(Code.MISSING_PROPERTY, syntax.title().span(), needed.word()));
      }
    }
  }

  boolean has(Line line) {
    return lines.containsKey(line);
  }

  Optional<Span> place(Line line) {
    return Optional.ofNullable(lines.get(line)).map(Property::span);
  }

  Optional<Party> party(Line line) {
    return one(line, new Phrase("a-party"))
        .flatMap(v ->
            switch (v) {
              case Value.Words(_, var text) -> Optional.of(new Party(text.value()));
              case Value.Named(_, var path, var of) when of.isEmpty() -> Optional.of(party(path));
              default -> wrong(line, new Phrase("a-party"));
            });
  }

  /** The party that a bare name names. */
  static Party party(Path path) {
    return new Party(Bilingual.of(path.toString(), ""));
  }

  Optional<List<Pattern>> data() {
    List<Pattern> patterns = new ArrayList<>();
    Patterns read = new Patterns(world);
    for (Value value : values(Line.DATA)) {
      if (value instanceof Value.Words(_, var text)) {
        read.pattern(text).ifPresent(patterns::add);
      } else {
        wrong(Line.DATA, new Phrase("texts"));
      }
    }
    return patterns.isEmpty() ? Optional.empty() : Optional.of(patterns);
  }

  Optional<List<Kind.Member>> acts() {
    return world.request != null && world.request.act().type() instanceof Type.Of(var kind)
        ? members(Line.ACTS, kind)
        : Optional.empty();
  }

  Optional<Purposes> purposes() {
    Optional<Fact> fact = role(Line.PURPOSES, Role.PURPOSE, world.roles.purpose());
    if (fact.isEmpty()) {
      return Optional.empty();
    }
    return switch (fact.get().type()) {
      case Type.Of(var kind) -> members(Line.PURPOSES, kind).map(m -> new Purposes(m, List.of()));
      case Type.SetOf(var kind) ->
          members(Line.PURPOSES, kind).map(m -> new Purposes(m, List.of()));
      default -> texts(Line.PURPOSES).map(t -> new Purposes(List.of(), t));
    };
  }

  Optional<List<Kind.Member>> territory() {
    return role(Line.TERRITORY, Role.TERRITORY, world.roles.territory())
        .flatMap(f -> members(Line.TERRITORY, ((Type.Of) f.type()).kind()));
  }

  Optional<Value.Dates> period() {
    return one(Line.PERIOD, new Phrase("a-period"))
        .flatMap(v ->
            v instanceof Value.Dates dates
                    && dates.ranged()
                    && (dates.to().isEmpty() || dates.from() <= dates.to().getAsLong())
                ? Optional.of(dates)
                : wrong(Line.PERIOD, new Phrase("a-period")));
  }

  OptionalInt depth() {
    Optional<Integer> depth =
        one(Line.DEPTH, new Phrase("a-depth"))
            .flatMap(v ->
                v instanceof Value.Numbers numbers && numbers.span().text().matches("[0-9]{1,4}")
                    ? Optional.of((int) numbers.from())
                    : wrong(Line.DEPTH, new Phrase("a-depth")));
    return depth.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  Optional<Text> parent() {
    return one(Line.PARENT, new Phrase("a-text"))
        .flatMap(v ->
            v instanceof Value.Words(_, var text)
                ? Optional.of(text)
                : wrong(Line.PARENT, new Phrase("a-text")));
  }

  Bilingual note() {
    return one(Line.NOTE, new Phrase("a-text"))
        .flatMap(v ->
            v instanceof Value.Words(_, var text)
                ? Optional.of(text.value())
                : wrong(Line.NOTE, new Phrase("a-text")))
        .orElse(Bilingual.NONE);
  }

  private List<Value> values(Line line) {
    Property property = lines.get(line);
    return property == null ? List.of() : property.values();
  }

  private Optional<Value> one(Line line, Phrase expected) {
    List<Value> values = values(line);
    return values.size() > 1 ? wrong(line, expected) : values.stream().findFirst();
  }

  /** The fact that stands for what the line speaks of; reported if none does. */
  private Optional<Fact> role(Line line, Role role, Optional<Fact> fact) {
    Property property = lines.get(line);
    if (property == null) {
      return Optional.empty();
    }
    if (fact.isEmpty()) {
      world.report(Problem.of(Code.NO_ROLE, property.key().span(), role.word()));
    }
    return fact;
  }

  private Optional<List<Kind.Member>> members(Line line, Kind kind) {
    if (!has(line)) {
      return Optional.empty();
    }
    List<Path> paths = new ArrayList<>();
    for (Value value : values(line)) {
      if (!(value instanceof Value.Named(_, var path, var of)) || of.isPresent()) {
        return wrong(line, new Phrase("members"));
      }
      paths.add(path);
    }
    return terms.paths().members(kind, paths);
  }

  private Optional<List<String>> texts(Line line) {
    List<String> texts = new ArrayList<>();
    for (Value value : values(line)) {
      switch (value) {
        case Value.Words(_, var text) -> texts.add(text.value().zh());
        case Value.Named(_, var path, var of) when of.isEmpty() -> texts.add(path.toString());
        default -> {
          return wrong(line, new Phrase("texts"));
        }
      }
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
  }

  private <T> Optional<T> wrong(Line line, Phrase expected) {
    Property property = lines.get(line);
    if (property != null) {
      world.report(
          Problem.of(Code.WRONG_PROPERTY, property.span(), property.key().text(), expected));
    }
    return Optional.empty();
  }
}

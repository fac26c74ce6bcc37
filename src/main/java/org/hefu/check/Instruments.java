package org.hefu.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Instrument.Status;
import org.hefu.model.Instrument.Territory;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Rank;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Called;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Property;
import org.hefu.syntax.Property.Value;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Pass: the instrument of each module. */
final class Instruments {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("issuer", "issuer"),
          Map.entry("制定机关", "issuer"),
          Map.entry("rank", "rank"),
          Map.entry("位阶", "rank"),
          Map.entry("status", "status"),
          Map.entry("状态", "status"),
          Map.entry("in_force", "in_force"),
          Map.entry("施行", "in_force"),
          Map.entry("territory", "territory"),
          Map.entry("地域", "territory"),
          Map.entry("articles", "articles"),
          Map.entry("条数", "articles"),
          Map.entry("source", "source"),
          Map.entry("出处", "source"));

  static final Map<String, Status> STATUSES =
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
  private final Definitions definitions;

  Instruments(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      Span first = null;
      for (Declaration declaration : scope.module.declarations()) {
        if (!(declaration instanceof Declaration.Instrument it)) {
          continue;
        }
        if (first != null) {
          world.report(
              Problem.of(Code.INSTRUMENT_TWICE, it.titles().span()).related(first, "first-here"));
          continue;
        }
        first = it.titles().span();
        scope.texts.addAll(texts(scope, it));
        world.instruments.addAll(scope.texts);
      }
    }
  }

  /** What the text of a version, or of an instrument without versions, says of itself. */
  private record Header(Map<String, Property> properties, Optional<Called> version, Span place) {
    @Nullable Property at(String key) {
      return properties.get(key);
    }
  }

  private List<Instrument> texts(Scope scope, Declaration.Instrument syntax) {
    Map<String, Property> common = properties(syntax.properties());
    Span place = syntax.titles().span();
    if (syntax.versions().isEmpty()) {
      return text(scope, syntax, new Header(common, Optional.empty(), place)).stream().toList();
    }
    List<Instrument> texts = new ArrayList<>();
    for (Declaration.Version version : syntax.versions()) {
      Map<String, Property> own = properties(version.properties());
      Map<String, Property> all = new HashMap<>(common);
      Property line = all.remove("in_force");
      if (line != null && version == syntax.versions().getFirst()) {
        world.report(wrong(line, "in-versions"));
      }
      all.putAll(own);
      Called called = version.called();
      text(scope, syntax, new Header(all, Optional.of(called), called.name().span()))
          .ifPresent(texts::add);
    }
    return amended(texts);
  }

  /** Of texts that follow each other, all but the last are amended. */
  private List<Instrument> amended(List<Instrument> texts) {
    List<Instrument> ordered = new ArrayList<>(texts);
    ordered.sort(Comparator.comparingLong(Instrument::from));
    List<Instrument> amended = new ArrayList<>();
    Map<String, Instrument> named = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      Instrument text = ordered.get(i);
      Names names = text.version().orElseThrow();
      Instrument same = named.putIfAbsent(names.name(), text);
      if (same != null) {
        world.report(
            Problem.of(Code.NAME_TWICE, text.declared(), names.name())
                .related(same.declared(), "first-here"));
      }
      Optional<Instrument> next =
          ordered.stream().skip(i + 1L).filter(t -> t.status() != Status.DRAFT).findFirst();
      boolean isLaw = text.status() != Status.DRAFT;
      if (isLaw && next.isPresent() && next.get().from() <= text.to()) {
        world.report(
            Problem.of(Code.VERSIONS_OVERLAP, next.get().declared(), names.name())
                .related(text.declared(), "stands-here"));
      }
      boolean isAmended = text.status() == Status.IN_FORCE && next.isPresent();
      amended.add(isAmended ? text.amended() : text);
    }
    return amended;
  }

  private Optional<Instrument> text(Scope scope, Declaration.Instrument syntax, Header header) {
    Span place = header.place();
    Property rankLine = header.at("rank");
    Property datesLine = header.at("in_force");
    Optional<Rank> rank = rankLine == null ? Optional.empty() : rank(rankLine);
    Status status = status(header.at("status")).orElse(Status.IN_FORCE);
    if (rankLine == null) {
      world.report(Problem.of(Code.MISSING_PROPERTY, place, "rank"));
    }
    boolean dated = datesLine != null || status == Status.DRAFT;
    if (!dated) {
      world.report(Problem.of(Code.MISSING_PROPERTY, place, "in_force"));
    }
    Optional<Value.Dates> dates = datesLine == null ? Optional.empty() : dates(datesLine);
    boolean ended = status == Status.REPEALED || status == Status.AMENDED;
    if (datesLine != null && ended && dates.isPresent() && dates.get().to().isEmpty()) {
      world.report(wrong(datesLine, "a-date"));
    }
    Optional<Territory> territory = territory(scope, header.at("territory"));
    Bilingual issuer = words(header.at("issuer"));
    List<Term> scoped = when(scope, syntax);
    long[] articles = articles(header.at("articles"));
    String source = words(header.at("source")).zh();
    Policy.Request request = world.request;
    if (request == null || rank.isEmpty() || !dated) {
      return Optional.empty();
    }
    long from = dates.map(Value.Dates::from).orElse(Row.UNKNOWN);
    long to = dates.map(d -> d.to().orElse(Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
    return Optional.of(
        new Instrument(
            scope.name,
            world.slots(1),
            syntax.titles().value(),
            issuer,
            rank.get(),
            status,
            from,
            to,
            territory,
            (int) articles[0],
            (int) articles[1],
            source,
            applies(place, request.on(), status == Status.DRAFT, from, to, territory, scoped),
            place,
            header.version().map(World::names)));
  }

  /** What the text is about, where it says so; once for all versions. */
  private List<Term> when(Scope scope, Declaration.Instrument syntax) {
    syntax.when().stream()
        .skip(1)
        .forEach(again ->
            world.report(
                Problem.of(Code.CLAUSE_TWICE, again.span(), new Phrase("when"))
                    .related(syntax.when().getFirst().span(), "first-here")));
    return syntax.when().stream()
        .limit(1)
        .map(e -> new Terms(world, scope, definitions, Environment.NONE).condition(e))
        .toList();
  }

  private static Term applies(
      Span place,
      Fact on,
      boolean draft,
      long from,
      long to,
      Optional<Territory> territory,
      List<Term> scoped) {
    List<Term> parts = new ArrayList<>();
    Term day = new Term.Stated(place, on);
    if (!draft) {
      parts.add(new Term.Less(place, new Term.Constant(place, Type.DATE, from), day, true));
    }
    if (!draft && to != Long.MAX_VALUE) {
      parts.add(new Term.Less(place, day, new Term.Constant(place, Type.DATE, to), true));
    }
    territory.ifPresent(t ->
        parts.add(
            new Term.Within(place, new Term.Stated(place, t.of()), t.kind(), List.of(t.place()))));
    parts.addAll(scoped);
    return new Term.And(place, parts);
  }

  private Map<String, Property> properties(List<Property> lines) {
    Map<String, Property> properties = new HashMap<>();
    for (Property each : lines) {
      Name key = each.key();
      String known = KEYS.get(key.text());
      if (known == null) {
        world.report(
            Problem.of(Code.UNKNOWN_PROPERTY, key.span(), key.text())
                .nearest(Nearest.to(key.text(), KEYS.keySet())));
        continue;
      }
      Property first = properties.putIfAbsent(known, each);
      if (first != null) {
        world.twice(key, first.key().span());
      }
    }
    return properties;
  }

  private Optional<Rank> rank(Property line) {
    if (line.values().size() != 1
        || !(line.values().getFirst() instanceof Value.Named(_, var path, _))) {
      world.report(wrong(line, "a-rank"));
      return Optional.empty();
    }
    return rank(path, world);
  }

  static Optional<Rank> rank(Path path, World world) {
    Optional<Rank> rank = Rank.called(path.toString());
    if (rank.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_RANK, path.span(), path)
              .nearest(Nearest.to(path.toString(), Rank.words())));
    }
    return rank;
  }

  private Optional<Status> status(@Nullable Property line) {
    if (line == null) {
      return Optional.empty();
    }
    if (line.values().size() == 1
        && line.values().getFirst() instanceof Value.Named(_, var path, _)) {
      Status status = STATUSES.get(path.toString());
      if (status != null) {
        return Optional.of(status);
      }
    }
    world.report(wrong(line, "a-status"));
    return Optional.empty();
  }

  private Optional<Value.Dates> dates(Property line) {
    if (line.values().size() == 1 && line.values().getFirst() instanceof Value.Dates dates) {
      if (dates.to().isEmpty() || dates.from() <= dates.to().getAsLong()) {
        return Optional.of(dates);
      }
    }
    world.report(wrong(line, "a-date"));
    return Optional.empty();
  }

  private Optional<Territory> territory(Scope scope, @Nullable Property line) {
    if (line == null) {
      return Optional.empty();
    }
    if (line.values().size() != 1
        || !(line.values().getFirst() instanceof Value.Named(var span, var path, var of))) {
      world.report(wrong(line, "a-place"));
      return Optional.empty();
    }
    Path facts = of.orElse(new Path(span, List.of(new Name(span, "place"))));
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    Optional<Fact> fact = terms.fact(facts);
    if (fact.isEmpty()) {
      return Optional.empty();
    }
    if (!(fact.get().type() instanceof Type.Of(var kind)) || kind.shape() != Kind.Shape.TREE) {
      world.report(wrong(line, "a-place"));
      return Optional.empty();
    }
    return terms
        .members(kind, List.of(path))
        .map(m -> new Territory(m.getFirst(), kind, fact.get()));
  }

  private long[] articles(@Nullable Property line) {
    if (line == null) {
      return new long[] {0, 0};
    }
    if (line.values().size() == 1
        && line.values().getFirst() instanceof Value.Numbers(_, var from, var to)
        && from <= to) {
      return new long[] {from, to};
    }
    world.report(wrong(line, "a-range"));
    return new long[] {0, 0};
  }

  private Bilingual words(@Nullable Property line) {
    if (line == null) {
      return Bilingual.NONE;
    }
    if (line.values().size() == 1 && line.values().getFirst() instanceof Value.Words(_, var text)) {
      return text.value();
    }
    world.report(wrong(line, "a-text"));
    return Bilingual.NONE;
  }

  private static Problem wrong(Property line, String phrase) {
    return Problem.of(Code.WRONG_PROPERTY, line.span(), line.key().text(), new Phrase(phrase));
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Instrument.Status;
import org.hefu.model.Instrument.Territory;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Rank;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
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
          "废止", Status.REPEALED);

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
        scope.instrument = instrument(scope, it);
        if (scope.instrument != null) {
          world.instruments.add(scope.instrument);
        }
      }
    }
  }

  private @Nullable Instrument instrument(Scope scope, Declaration.Instrument syntax) {
    Map<String, Property> properties = properties(syntax);
    Property rankLine = properties.get("rank");
    Property datesLine = properties.get("in_force");
    Span place = syntax.titles().span();
    Optional<Rank> rank = rankLine == null ? Optional.empty() : rank(rankLine);
    Optional<Status> status = status(properties.get("status"));
    if (rankLine == null) {
      world.report(Problem.of(Code.MISSING_PROPERTY, place, "rank"));
    }
    boolean dated = datesLine != null || status.orElse(Status.IN_FORCE) == Status.DRAFT;
    if (!dated) {
      world.report(Problem.of(Code.MISSING_PROPERTY, place, "in_force"));
    }
    Optional<Value.Dates> dates = datesLine == null ? Optional.empty() : dates(datesLine);
    boolean repealed = status.orElse(Status.IN_FORCE) == Status.REPEALED;
    if (datesLine != null && repealed && dates.isPresent() && dates.get().to().isEmpty()) {
      world.report(wrong(datesLine, "a-date"));
    }
    Optional<Territory> territory = territory(scope, properties.get("territory"));
    Policy.Request request = world.request;
    if (request == null || rank.isEmpty() || !dated) {
      return null;
    }
    long from = dates.map(Value.Dates::from).orElse(0L);
    long to = dates.map(d -> d.to().orElse(Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
    long[] articles = articles(properties.get("articles"));
    boolean draft = status.orElse(Status.IN_FORCE) == Status.DRAFT;
    return new Instrument(
        scope.name,
        world.slots(1),
        syntax.titles().value(),
        words(properties.get("issuer")),
        rank.get(),
        status.orElse(Status.IN_FORCE),
        from,
        to,
        territory,
        (int) articles[0],
        (int) articles[1],
        words(properties.get("source")).zh(),
        applies(place, request.on(), draft, from, to, territory),
        place);
  }

  private static Term applies(
      Span place, Fact on, boolean draft, long from, long to, Optional<Territory> territory) {
    List<Term> parts = new ArrayList<>();
    Term day = new Term.Stated(place, on);
    if (draft) {
      parts.add(Term.truth(place, false));
    }
    parts.add(new Term.Less(place, new Term.Constant(place, Type.DATE, from), day, true));
    if (to != Long.MAX_VALUE) {
      parts.add(new Term.Less(place, day, new Term.Constant(place, Type.DATE, to), true));
    }
    territory.ifPresent(t ->
        parts.add(
            new Term.Within(place, new Term.Stated(place, t.of()), t.kind(), List.of(t.place()))));
    return new Term.And(place, parts);
  }

  private Map<String, Property> properties(Declaration.Instrument syntax) {
    Map<String, Property> properties = new HashMap<>();
    for (Property each : syntax.properties()) {
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

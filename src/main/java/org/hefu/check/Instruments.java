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
import org.hefu.syntax.Property.Value;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;

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
  private record Header(Lines lines, Optional<Called> version, Span place) {}

  private List<Instrument> texts(Scope scope, Declaration.Instrument syntax) {
    Lines common = Lines.of(world, syntax.properties(), KEYS);
    Span place = syntax.titles().span();
    if (syntax.versions().isEmpty()) {
      return text(scope, syntax, new Header(common, Optional.empty(), place)).stream().toList();
    }
    List<Instrument> texts = new ArrayList<>();
    for (Declaration.Version version : syntax.versions()) {
      if (version == syntax.versions().getFirst()) {
        common.wrong("in_force", new Phrase("in-versions"));
      }
      Lines own = Lines.of(world, version.properties(), KEYS);
      Lines all = own.over(common.without("in_force"));
      Called called = version.called();
      world.uses.note(called);
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
    Lines lines = header.lines();
    Optional<Rank> rank =
        lines.path("rank", new Phrase("a-rank")).flatMap(path -> rank(path, world));
    Status status = lines.status("status").orElse(Status.IN_FORCE);
    if (!lines.has("rank")) {
      lines.missing("rank", place);
    }
    boolean dated = lines.has("in_force") || status == Status.DRAFT;
    if (!dated) {
      lines.missing("in_force", place);
    }
    Optional<Value.Dates> dates = lines.dates("in_force");
    boolean ended = status == Status.REPEALED || status == Status.AMENDED;
    if (ended && dates.isPresent() && dates.get().to().isEmpty()) {
      lines.wrong("in_force", new Phrase("a-date"));
    }
    Optional<Territory> territory = territory(scope, lines);
    Bilingual issuer = lines.words("issuer");
    List<Term> scoped = when(scope, syntax);
    long[] articles = articles(lines);
    String source = lines.words("source").zh();
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

  static Optional<Rank> rank(Path path, World world) {
    Optional<Rank> rank = Rank.called(path.toString());
    if (rank.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_RANK, path.span(), path)
              .nearest(Nearest.to(path.toString(), Rank.words())));
    }
    return rank;
  }

  private Optional<Territory> territory(Scope scope, Lines lines) {
    if (!(lines.value("territory").orElse(null)
        instanceof Value.Named(var span, var path, var of))) {
      lines.wrong("territory", new Phrase("a-place"));
      return Optional.empty();
    }
    Path facts = of.orElse(new Path(span, List.of(new Name(span, "place"))));
    Paths paths = new Paths(world, scope, definitions, Environment.NONE);
    Optional<Fact> fact = paths.fact(facts);
    if (fact.isEmpty()) {
      return Optional.empty();
    }
    if (!(fact.get().type() instanceof Type.Of(var kind)) || kind.shape() != Kind.Shape.TREE) {
      lines.wrong("territory", new Phrase("a-place"));
      return Optional.empty();
    }
    return paths
        .members(kind, List.of(path))
        .map(m -> new Territory(m.getFirst(), kind, fact.get()));
  }

  private static long[] articles(Lines lines) {
    if (lines.value("articles").orElse(null) instanceof Value.Numbers(_, var from, var to)
        && from <= to) {
      return new long[] {from, to};
    }
    lines.wrong("articles", new Phrase("a-range"));
    return new long[] {0, 0};
  }
}

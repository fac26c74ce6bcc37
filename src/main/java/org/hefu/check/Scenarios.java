package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Scenario;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Part;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** Pass: scenarios, with the facts of those that they are like, and one for each row of a table. */
final class Scenarios {
  /** How many scenarios may follow from each other. */
  private static final int DEEPEST = 100_000;

  private final World world;
  private final Definitions definitions;
  private final List<Fact> required;

  Scenarios(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
    this.required =
        world.request().map(Policy.Request::facts).orElse(List.of()).stream()
            .filter(Fact::required)
            .toList();
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      Map<String, Declaration.Scenario> byTitle = new LinkedHashMap<>();
      List<Declaration.Scenario> scenarios = new ArrayList<>();
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Scenario it && called(it, byTitle)) {
          scenarios.add(it);
        }
      }
      Map<String, Start> starts = new HashMap<>();
      for (Declaration.Scenario each : scenarios) {
        World.goOn();
        scenario(scope, each, byTitle, starts);
      }
    }
  }

  /** Takes down the scenario by its Chinese and its English title, unless another has either. */
  private boolean called(Declaration.Scenario it, Map<String, Declaration.Scenario> byTitle) {
    for (String title : titles(it.title())) {
      Declaration.Scenario first = byTitle.putIfAbsent(title, it);
      if (first != null && first != it) {
        twice(it.title().span(), title, first.title().span());
        return false;
      }
    }
    return true;
  }

  private static List<String> titles(Text text) {
    return Stream.of(text.value().zh(), text.value().en()).distinct().toList();
  }

  private void twice(Span place, String title, Span first) {
    world.report(Problem.of(Code.SCENARIO_TWICE, place, title).related(first, "first-here"));
  }

  /** What a scenario passes on to those like it. */
  private record Start(
      Map<Fact, long[]> given, Set<String> using, boolean withDrafts, List<Scenario.Part> parts) {}

  static String title(Text text) {
    return text.value().zh();
  }

  private void scenario(
      Scope scope,
      Declaration.Scenario syntax,
      Map<String, Declaration.Scenario> byTitle,
      Map<String, Start> starts) {
    Start start = start(scope, syntax, byTitle, starts, new LinkedHashSet<>());
    Expectations expectations = new Expectations(world, scope, definitions);
    Expectations.Expected expected = expectations.of(syntax.parts());
    String title = title(syntax.title());
    Span place = syntax.title().span();
    List<Part.Table> tables =
        syntax.parts().stream()
            .filter(Part.Table.class::isInstance)
            .map(Part.Table.class::cast)
            .toList();
    boolean rowsExpect = !tables.isEmpty() && tables.stream().allMatch(Tables::expects);
    if (!expected.stated()
        && !rowsExpect
        && syntax.parts().stream().noneMatch(Part.Unread.class::isInstance)) {
      world.report(Problem.of(Code.NO_EXPECTATION, place));
    }
    if (tables.isEmpty()) {
      Bilingual both = syntax.title().value();
      add(scope, both, syntax.caseId(), start, start.given(), expected, place);
      return;
    }
    Map<String, Span> titles = new HashMap<>();
    for (Part.Table table : tables) {
      for (Tables.Row row : new Tables(world, scope, definitions, expectations).rows(table)) {
        Map<Fact, long[]> given = new LinkedHashMap<>(start.given());
        given.putAll(row.given());
        String whole = title + ": " + row.title().zh();
        Span first = titles.putIfAbsent(whole, row.place());
        if (first != null) {
          twice(row.place(), whole, first);
        }
        add(
            scope,
            joined(syntax.title().value(), row.title()),
            row.caseId().or(syntax::caseId),
            start,
            given,
            expected.with(row.outcome(), row.citing()),
            row.place());
      }
    }
  }

  /** Of a row; in Chinese with the mark of that language where either is written in it. */
  private static Bilingual joined(Bilingual title, Bilingual row) {
    boolean isOne = title.zh().equals(title.en()) && row.zh().equals(row.en());
    return new Bilingual(
        title.zh() + (isOne ? ": " : "：") + row.zh(), title.en() + ": " + row.en());
  }

  private void add(
      Scope scope,
      Bilingual title,
      Optional<Name> caseId,
      Start start,
      Map<Fact, long[]> given,
      Expectations.Expected expected,
      Span place) {
    if (start.parts().isEmpty()) {
      required(given, place);
    }
    for (Scenario.Part part : start.parts()) {
      Map<Fact, long[]> both = new HashMap<>(given);
      both.putAll(part.given());
      required(both, place);
    }
    ScenarioCounts.check(world, given, start.parts(), place);
    Outcome outcome = expected.outcome();
    if (outcome != null) {
      world.scenarios.add(
          new Scenario(
              scope.name,
              title,
              caseId.map(Name::text),
              given,
              start.using(),
              start.withDrafts(),
              outcome,
              expected.citing(),
              expected.requiring(),
              expected.missing(),
              place,
              start.parts()));
    }
  }

  private void required(Map<Fact, long[]> given, Span place) {
    for (Fact fact : required) {
      long[] values = given.get(fact);
      if (values == null || Row.isUnknown(fact.type(), values[0])) {
        world.report(Problem.of(Code.MISSING_FACT, place, fact.name()));
      }
    }
  }

  private Start start(
      Scope scope,
      Declaration.Scenario syntax,
      Map<String, Declaration.Scenario> byTitle,
      Map<String, Start> starts,
      Set<String> open) {
    String title = title(syntax.title());
    Start known = starts.get(title);
    if (known != null) {
      return known;
    }
    Map<Fact, long[]> given = new LinkedHashMap<>();
    Set<String> using = new LinkedHashSet<>();
    List<Scenario.Part> like = new ArrayList<>();
    open.add(title);
    Optional<Start> other = syntax.like().flatMap(l -> like(scope, l, byTitle, starts, open));
    other.ifPresent(s -> {
      given.putAll(s.given());
      using.addAll(s.using());
      like.addAll(s.parts());
    });
    open.remove(title);
    boolean withDrafts =
        other.map(Start::withDrafts).orElse(false)
            || syntax.parts().stream().anyMatch(Part.WithDrafts.class::isInstance);
    Givens givens = new Givens(world, new Terms(world, scope, definitions, Environment.NONE));
    Expectations expectations = new Expectations(world, scope, definitions);
    for (Part part : syntax.parts()) {
      switch (part) {
        case Part.Given(_, var entries) -> givens.read(entries, given);
        case Part.Using(_, var modules) -> {
          using.clear();
          modules.forEach(m -> expectations.asked(m).ifPresent(s -> using.add(s.name)));
        }
        default -> {}
      }
    }
    List<Scenario.Part> parts = givens.parts(syntax.parts());
    Start start = new Start(given, using, withDrafts, parts.isEmpty() ? List.copyOf(like) : parts);
    starts.put(title, start);
    return start;
  }

  private Optional<Start> like(
      Scope scope,
      Text like,
      Map<String, Declaration.Scenario> byTitle,
      Map<String, Start> starts,
      Set<String> open) {
    Declaration.Scenario other =
        titles(like).stream().map(byTitle::get).filter(Objects::nonNull).findFirst().orElse(null);
    if (other == null) {
      world.report(
          Problem.of(Code.UNKNOWN_SCENARIO, like.span(), title(like))
              .nearest(world.nearest(title(like), () -> byTitle.keySet())));
      return Optional.empty();
    }
    world.uses.note(like.span(), other.title().span());
    if (open.size() > DEEPEST) {
      world.report(Problem.of(Code.TOO_DEEP, like.span(), DEEPEST));
      return Optional.empty();
    }
    if (open.contains(title(other.title()))) {
      world.report(Problem.of(Code.CYCLIC_SCENARIO, like.span()));
      return Optional.empty();
    }
    return Optional.of(start(scope, other, byTitle, starts, open));
  }
}

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
import org.hefu.model.Citation;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Scenario;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Part;
import org.hefu.syntax.Path;
import org.hefu.syntax.Target;
import org.hefu.syntax.Text;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Pass: scenarios, with the facts of those that they are like. */
final class Scenarios {
  /** How many scenarios may follow from each other. */
  private static final int DEEPEST = 100_000;

  private final World world;
  private final Definitions definitions;
  private @Nullable Cited cited;
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
        scenario(scope, each, byTitle, starts);
      }
    }
  }

  /** Takes down the scenario by its Chinese and its English title, unless another has either. */
  private boolean called(Declaration.Scenario it, Map<String, Declaration.Scenario> byTitle) {
    for (String title : titles(it.title())) {
      Declaration.Scenario first = byTitle.putIfAbsent(title, it);
      if (first != null && first != it) {
        world.report(
            Problem.of(Code.SCENARIO_TWICE, it.title().span(), title)
                .related(first.title().span(), "first-here"));
        return false;
      }
    }
    return true;
  }

  private static List<String> titles(Text text) {
    return Stream.of(text.value().zh(), text.value().en()).distinct().toList();
  }

  /** What a scenario passes on to those like it. */
  private record Start(Map<Fact, long[]> given, Set<String> using, boolean withDrafts) {}

  private static String title(Text text) {
    return text.value().zh();
  }

  private void scenario(
      Scope scope,
      Declaration.Scenario syntax,
      Map<String, Declaration.Scenario> byTitle,
      Map<String, Start> starts) {
    Start start = start(scope, syntax, byTitle, starts, new LinkedHashSet<>());
    Outcome expected = null;
    boolean expects = false;
    List<Scenario.Cited> citing = new ArrayList<>();
    List<Set<Procedure>> requiring = new ArrayList<>();
    List<Fact> missing = new ArrayList<>();
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    for (Part part : syntax.parts()) {
      switch (part) {
        case Part.Expect(_, var name) -> {
          expects = true;
          expected = outcome(name);
        }
        case Part.Citing(_, var targets) ->
            targets.forEach(t -> cited(scope, t).ifPresent(citing::add));
        case Part.Requiring(_, var procedures) -> requiring.addAll(required(scope, procedures));
        case Part.Missing(_, var paths) ->
            paths.forEach(p -> terms.fact(p).ifPresent(missing::add));
        case Part.Given _,
            Part.Using _,
            Part.WithDrafts _,
            Part.Note _,
            Part.Piece _,
            Part.Table _,
            Part.Unread _ -> {}
      }
    }
    if (!expects && syntax.parts().stream().noneMatch(Part.Unread.class::isInstance)) {
      world.report(Problem.of(Code.NO_EXPECTATION, syntax.title().span()));
    }
    for (Fact fact : required) {
      long[] given = start.given().get(fact);
      if (given == null || Row.isUnknown(fact.type(), given[0])) {
        world.report(Problem.of(Code.MISSING_FACT, syntax.title().span(), fact.name()));
      }
    }
    if (expected != null) {
      world.scenarios.add(
          new Scenario(
              scope.name,
              title(syntax.title()),
              syntax.caseId().map(Name::text),
              start.given(),
              start.using(),
              start.withDrafts(),
              expected,
              citing,
              requiring,
              missing,
              syntax.title().span()));
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
    open.add(title);
    Optional<Start> like = syntax.like().flatMap(l -> like(scope, l, byTitle, starts, open));
    like.ifPresent(s -> {
      given.putAll(s.given());
      using.addAll(s.using());
    });
    open.remove(title);
    boolean withDrafts =
        like.map(Start::withDrafts).orElse(false)
            || syntax.parts().stream().anyMatch(Part.WithDrafts.class::isInstance);
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    for (Part part : syntax.parts()) {
      switch (part) {
        case Part.Given(_, var entries) -> given(entries, terms, given);
        case Part.Using(_, var modules) -> {
          using.clear();
          modules.forEach(m -> module(scope, m).ifPresent(s -> using.add(s.name)));
        }
        default -> {}
      }
    }
    Start start = new Start(given, using, withDrafts);
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

  private void given(List<Part.Entry> entries, Terms terms, Map<Fact, long[]> given) {
    Map<Fact, Span> here = new HashMap<>();
    for (Part.Entry entry : entries) {
      Optional<Fact> fact = terms.fact(entry.fact());
      if (fact.isEmpty()) {
        continue;
      }
      Span first = here.putIfAbsent(fact.get(), entry.fact().span());
      if (first != null) {
        world.report(
            Problem.of(Code.FIELD_TWICE, entry.fact().span(), entry.fact())
                .related(first, "first-here"));
      }
      terms.value(fact.get(), entry.value()).ifPresent(v -> given.put(fact.get(), v));
    }
  }

  private @Nullable Outcome outcome(Name name) {
    Optional<Outcome> outcome = Outcome.called(name.text());
    if (outcome.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_OUTCOME, name.span(), name.text())
              .nearest(Nearest.to(name.text(), Outcome.words())));
    }
    return outcome.orElse(null);
  }

  private Optional<Scope> module(Scope scope, Path path) {
    Optional<Scope> module = scope.scope(path.toString());
    if (module.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_MODULE, path.span(), path)
              .nearest(world.nearest(path.toString(), () -> world.scopes.keySet())));
    }
    return module;
  }

  private Optional<Scenario.Cited> cited(Scope scope, Target target) {
    if (target.citation().isPresent()) {
      Optional<Scope> module =
          target.path().isEmpty() ? Optional.of(scope) : module(scope, target.path().get());
      return module
          .filter(m -> isThere(m, target, target.citation().get()))
          .map(m ->
              new Scenario.Cited(
                  target.span(),
                  m.name,
                  Optional.of(Rules.citation(target.citation().get())),
                  target.citation().get().version().map(Name::text),
                  Optional.empty()));
    }
    Path path = target.path().orElseThrow();
    Optional<Symbol> rule =
        scope
            .find(Symbol.Space.RULES, path, world.problems)
            .filter(f -> f.taken() == path.names().size())
            .map(Scope.Found::symbol);
    if (rule.orElse(null) instanceof Symbol.OfRule found) {
      return found.rules.stream()
          .findFirst()
          .map(r ->
              new Scenario.Cited(
                  target.span(),
                  r.instrument().module(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(r.name())));
    }
    world.report(
        Problem.of(Code.UNKNOWN_TARGET, path.span(), "`" + path + "`")
            .nearest(world.nearest(path.toString(), () -> scope.words(Symbol.Space.RULES))));
    return Optional.empty();
  }

  /** Where no instrument is, no decision cites it; nor a heading that no rule stands under. */
  private boolean isThere(Scope module, Target target, org.hefu.syntax.Citation citation) {
    boolean states =
        module.module.declarations().stream().anyMatch(Declaration.Instrument.class::isInstance);
    boolean unheard =
        !citation.heading().isEmpty()
            && !module.texts.isEmpty()
            && cited().rules(module.name, Rules.citation(citation)).isEmpty();
    if (!states || unheard) {
      Citations.unknown(target, cited().all(module.name), world);
      return false;
    }
    return new Citations(world, module).isInRange(citation);
  }

  private Cited cited() {
    if (cited == null) {
      cited = new Cited(world.rules);
    }
    return cited;
  }

  private List<Set<Procedure>> required(Scope scope, Clause.Procedures procedures) {
    List<Set<Procedure>> groups = new ArrayList<>();
    Set<Procedure> any = new LinkedHashSet<>();
    for (Path path : procedures.paths()) {
      definitions
          .required(path, scope)
          .ifPresent(p -> (procedures.any() ? any : fresh(groups)).add(p));
    }
    if (!any.isEmpty()) {
      groups.add(any);
    }
    return groups;
  }

  private static Set<Procedure> fresh(List<Set<Procedure>> groups) {
    Set<Procedure> group = new LinkedHashSet<>();
    groups.add(group);
    return group;
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final World world;
  private final Definitions definitions;

  Scenarios(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      Map<String, Declaration.Scenario> byTitle = new LinkedHashMap<>();
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Scenario it) {
          Declaration.Scenario first = byTitle.putIfAbsent(title(it.title()), it);
          if (first != null) {
            world.report(
                Problem.of(Code.SCENARIO_TWICE, it.title().span(), title(it.title()))
                    .related(first.title().span(), "first-here"));
          }
        }
      }
      Map<String, Start> starts = new HashMap<>();
      for (Declaration.Scenario each : byTitle.values()) {
        scenario(scope, each, byTitle, starts);
      }
    }
  }

  /** What a scenario passes on to those like it. */
  private record Start(Map<Fact, long[]> given, Set<String> using) {}

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
            Part.Note _,
            Part.Piece _,
            Part.Table _,
            Part.Unread _ -> {}
      }
    }
    if (!expects && syntax.parts().stream().noneMatch(Part.Unread.class::isInstance)) {
      world.report(Problem.of(Code.NO_EXPECTATION, syntax.title().span()));
    }
    for (Fact fact : world.request().map(Policy.Request::facts).orElse(List.of())) {
      long[] given = start.given().get(fact);
      boolean isUnknown = given == null || Row.isUnknown(fact.type(), given[0]);
      if (fact.required() && isUnknown) {
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
    syntax
        .like()
        .flatMap(l -> like(scope, l, byTitle, starts, open))
        .ifPresent(s -> {
          given.putAll(s.given());
          using.addAll(s.using());
        });
    open.remove(title);
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
    Start start = new Start(given, using);
    starts.put(title, start);
    return start;
  }

  private Optional<Start> like(
      Scope scope,
      Text like,
      Map<String, Declaration.Scenario> byTitle,
      Map<String, Start> starts,
      Set<String> open) {
    String title = title(like);
    Declaration.Scenario other = byTitle.get(title);
    if (other == null) {
      world.report(
          Problem.of(Code.UNKNOWN_SCENARIO, like.span(), title)
              .nearest(Nearest.to(title, byTitle.keySet())));
      return Optional.empty();
    }
    if (open.contains(title)) {
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
              .nearest(Nearest.to(path.toString(), world.scopes.keySet())));
    }
    return module;
  }

  private Optional<Scenario.Cited> cited(Scope scope, Target target) {
    if (target.citation().isPresent()) {
      Optional<Scope> module =
          target.path().isEmpty() ? Optional.of(scope) : module(scope, target.path().get());
      return module.map(m ->
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
            .nearest(Nearest.to(path.toString(), scope.words(Symbol.Space.RULES))));
    return Optional.empty();
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

package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.model.Scenario;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Name;
import org.hefu.syntax.Part;
import org.hefu.syntax.Path;
import org.hefu.syntax.Target;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What scenarios expect of a decision. */
final class Expectations {
  private final World world;
  private final Scope scope;
  private final Definitions definitions;

  Expectations(World world, Scope scope, Definitions definitions) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
  }

  /**
   * @param stated is an outcome written, even one that does not exist?
   */
  record Expected(
      boolean stated,
      @Nullable Outcome outcome,
      List<Scenario.Cited> citing,
      List<Set<Procedure>> requiring,
      List<Fact> missing) {

    /** With what a row says. */
    Expected with(@Nullable Outcome rowOutcome, List<Scenario.Cited> rowCiting) {
      List<Scenario.Cited> both = new ArrayList<>(citing);
      both.addAll(rowCiting);
      return new Expected(
          true, rowOutcome == null ? outcome : rowOutcome, both, requiring, missing);
    }
  }

  Expected of(List<Part> parts) {
    Outcome outcome = null;
    boolean stated = false;
    List<Scenario.Cited> citing = new ArrayList<>();
    List<Set<Procedure>> requiring = new ArrayList<>();
    List<Fact> missing = new ArrayList<>();
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    for (Part part : parts) {
      switch (part) {
        case Part.Expect(_, var name) -> {
          stated = true;
          outcome = outcome(name.text(), name.span());
        }
        case Part.Citing(_, var cited) -> cited.forEach(c -> cited(c).ifPresent(citing::add));
        case Part.Requiring(_, var procedures) -> requiring.addAll(required(procedures));
        case Part.Missing(_, var paths) ->
            paths.forEach(p -> terms.paths().fact(p).ifPresent(missing::add));
        case Part.Given _,
            Part.Using _,
            Part.WithDrafts _,
            Part.Note _,
            Part.Piece _,
            Part.Table _,
            Part.Unread _ -> {}
      }
    }
    return new Expected(stated, outcome, citing, requiring, missing);
  }

  @Nullable Outcome outcome(String word, Span place) {
    Optional<Outcome> outcome = Outcome.called(word);
    if (outcome.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_OUTCOME, place, word).nearest(Nearest.to(word, Outcome.words())));
    }
    return outcome.orElse(null);
  }

  /** A module that the scenario asks. One without an instrument would be answered as if silent. */
  Optional<Scope> asked(Path path) {
    Optional<Scope> module = module(path);
    if (module.filter(m -> !m.hasInstrument()).isPresent()) {
      world.report(Problem.of(Code.UNKNOWN_MODULE, path.span(), path).help("no-instrument", path));
      return Optional.empty();
    }
    return module;
  }

  private Optional<Scope> module(Path path) {
    Optional<Scope> module = scope.scope(path.toString());
    module.flatMap(m -> m.module.name()).ifPresent(n -> world.uses.note(path.span(), n.span()));
    if (module.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_MODULE, path.span(), path)
              .nearest(world.nearest(path.toString(), this::withInstrument)));
    }
    return module;
  }

  private List<String> withInstrument() {
    return world.scopes.values().stream().filter(Scope::hasInstrument).map(s -> s.name).toList();
  }

  Optional<Scenario.Cited> cited(Part.Cited cited) {
    Target target = cited.target();
    if (target.citation().isPresent()) {
      Optional<Scope> module =
          target.path().isEmpty() ? Optional.of(scope) : module(target.path().get());
      return module
          .filter(m -> isThere(m, target, target.citation().get()))
          .map(m ->
              new Scenario.Cited(
                  target.span(),
                  cited.not(),
                  cited.overdue(),
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
                  cited.not(),
                  cited.overdue(),
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
    boolean unheard =
        !citation.heading().isEmpty()
            && !module.texts.isEmpty()
            && world.cited().rules(module.name, Rules.citation(citation)).isEmpty();
    if (!module.hasInstrument() || unheard) {
      Citations.unknown(target, world.cited().all(module.name), world);
      return false;
    }
    return new Citations(world, module).isInRange(citation);
  }

  private List<Set<Procedure>> required(Clause.Procedures procedures) {
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

package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Path;
import org.hefu.syntax.Target;
import org.hefu.text.Nearest;
import org.hefu.text.Span;

/**
 * Whether a flow counts: no exemption that its tally names applies, and no condition excludes it.
 */
final class TallyCounts {
  private final World world;
  private final Definitions definitions;

  TallyCounts(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  Term term(Symbol.OfTally symbol) {
    List<Term> parts = new ArrayList<>();
    for (Target target : symbol.syntax.except()) {
      List<Placed> rules = rules(symbol.scope, target);
      if (rules.isEmpty()) {
        world.report(
            Problem.of(Code.UNKNOWN_TARGET, target.span(), "`" + target.span().text() + "`")
                .nearest(
                    target
                        .path()
                        .filter(_ -> target.citation().isEmpty())
                        .flatMap(p ->
                            Nearest.to(p.toString(), symbol.scope.words(Symbol.Space.RULES)))));
      }
      for (Placed rule : rules) {
        Symbol itself = itself(rule);
        Span place = rule.rule().called().name().span();
        if (definitions.enter(itself, rule.rule().called().name().text(), place)) {
          parts.add(new Term.Not(target.span(), applies(rule)));
          definitions.leave(itself);
        }
      }
    }
    Terms terms = new Terms(world, symbol.scope, definitions, Environment.NONE);
    symbol.syntax.unless().forEach(u -> parts.add(new Term.Not(u.span(), terms.condition(u))));
    return parts.isEmpty()
        ? Term.truth(symbol.declared(), true)
        : new Term.And(symbol.declared(), parts);
  }

  private record Placed(Scope scope, Declaration.Rule rule) {}

  /** The rule of that name, or the exemptions that stand in that article. */
  private List<Placed> rules(Scope scope, Target target) {
    if (target.citation().isEmpty()) {
      Path path = target.path().orElseThrow();
      Optional<Symbol> found =
          scope
              .find(Symbol.Space.RULES, path, world.problems)
              .filter(f -> f.taken() == path.names().size())
              .map(Scope.Found::symbol);
      return found.orElse(null) instanceof Symbol.OfRule symbol
          ? List.of(new Placed(symbol.scope, symbol.syntax))
          : List.of();
    }
    Citation citation = Rules.citation(target.citation().get());
    Optional<Scope> module =
        target.path().isEmpty() ? Optional.of(scope) : scope.scope(target.path().get().toString());
    return module.stream()
        .flatMap(m ->
            m.module.declarations().stream()
                .filter(Declaration.Rule.class::isInstance)
                .map(d -> new Placed(m, (Declaration.Rule) d)))
        .filter(p -> p.rule().citations().stream().map(Rules::citation).anyMatch(citation::holds))
        .filter(p -> p.rule().clauses().stream().anyMatch(Clause.Exempt.class::isInstance))
        .toList();
  }

  private static Symbol itself(Placed placed) {
    String name = placed.rule().called().name().text();
    return Objects.requireNonNull(placed.scope().own(Symbol.Space.RULES).get(name));
  }

  /** Does the rule apply to the flow, whether or not another defeats it? */
  private Term applies(Placed placed) {
    Scope scope = placed.scope();
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    Span place = placed.rule().called().name().span();
    List<Term> parts = new ArrayList<>();
    // Whatever modules a question is put to, the count is the same.
    parts.add(
        new Term.Or(
            place,
            new Citations(world, scope)
                .of(placed.rule()).keySet().stream().map(Instrument::applies).toList()));
    for (Clause clause : placed.rule().clauses()) {
      act(clause, place, terms).ifPresent(parts::add);
      if (clause instanceof Clause.When(_, var condition)) {
        parts.add(terms.condition(condition));
      } else if (clause instanceof Clause.Unless(var span, var condition)) {
        parts.add(new Term.Not(span, terms.condition(condition)));
      }
    }
    return new Term.And(place, parts);
  }

  private Optional<Term> act(Clause clause, Span place, Terms terms) {
    List<Path> acts =
        switch (clause) {
          case Clause.Forbid(_, var paths) -> paths;
          case Clause.Permit(_, var paths, _) -> paths;
          case Clause.Require(_, _, var paths) -> paths;
          case Clause.Exempt(_, var paths, _) -> paths;
          // One that runs from an event speaks of no act.
          case Clause.Oblige it ->
              new Duties(world, terms.scope(), definitions).isDated(it, terms)
                  ? List.of()
                  : it.acts();
          default -> List.of();
        };
    if (acts.isEmpty()
        || world.request == null
        || !(world.request.act().type() instanceof Type.Of(Kind kind))) {
      return Optional.empty();
    }
    Term act = new Term.Stated(place, world.request.act());
    return terms
        .paths()
        .members(kind, acts)
        .map(members -> new Term.Within(place, act, kind, members));
  }
}

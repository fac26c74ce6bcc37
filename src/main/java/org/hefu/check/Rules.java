package org.hefu.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hefu.model.Citation;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Procedure;
import org.hefu.model.Rank;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Pass: rules, each with its one effect, its conditions and its citations. */
final class Rules {
  private final World world;
  private final Definitions definitions;

  Rules(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Rule syntax) {
          rule(scope, syntax);
        }
      }
    }
  }

  private void rule(Scope scope, Declaration.Rule syntax) {
    Span place = syntax.called().name().span();
    if (scope.instrument == null
        && scope.module.declarations().stream()
            .noneMatch(Declaration.Instrument.class::isInstance)) {
      world.report(Problem.of(Code.NO_INSTRUMENT, place));
    }
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    Clause effect = null;
    Term when = null;
    Term unless = null;
    Set<Rank> yieldsTo = EnumSet.noneOf(Rank.class);
    List<Rule.Consequence> consequences = new ArrayList<>();
    for (Clause clause : syntax.clauses()) {
      switch (clause) {
        case Clause.When(var span, var condition) -> {
          twice(when != null, span, new Problem.Phrase("when"));
          when = terms.condition(condition);
        }
        case Clause.Unless(var span, var condition) -> {
          twice(unless != null, span, new Problem.Phrase("unless"));
          unless = terms.condition(condition);
        }
        case Clause.YieldsTo(_, var to) ->
            to.forEach(
                p -> p.path().flatMap(r -> Instruments.rank(r, world)).ifPresent(yieldsTo::add));
        case Clause.Consequence(_, var text, var citations, _) ->
            consequences.add(
                new Rule.Consequence(
                    text.value(), citations.stream().map(Rules::citation).toList()));
        case Clause.Overrides _, Clause.Unread _ -> {}
        case Clause.Forbid _,
            Clause.Permit _,
            Clause.Require _,
            Clause.Exempt _,
            Clause.Oblige _,
            Clause.Presume _,
            Clause.Advise _ -> {
          twice(effect != null, clause.span(), new Problem.Phrase("effect"));
          effect = clause;
        }
      }
    }
    boolean unread = syntax.clauses().stream().anyMatch(Clause.Unread.class::isInstance);
    if (effect == null && !unread) {
      world.report(Problem.of(Code.NO_EFFECT, place));
    }
    List<Citation> citations = citations(scope, syntax);
    if (effect == null || scope.instrument == null || world.request == null) {
      return;
    }
    Term condition = when == null ? Term.truth(place, true) : when;
    Term exception = unless == null ? Term.truth(place, false) : unless;
    Symbol.OfRule symbol = symbol(scope, syntax);
    for (Effect each : effects(effect, scope, terms)) {
      Rule rule =
          new Rule(
              world.rules.size(),
              World.names(syntax.called()),
              scope.instrument,
              citations,
              each,
              act(place, each),
              condition,
              exception,
              yieldsTo,
              List.copyOf(consequences),
              place);
      world.rules.add(rule);
      if (symbol != null) {
        symbol.rules.add(rule);
      }
    }
  }

  private static Symbol.@Nullable OfRule symbol(Scope scope, Declaration.Rule syntax) {
    return scope.own(Symbol.Space.RULES).get(syntax.called().name().text())
                instanceof Symbol.OfRule symbol
            && symbol.syntax == syntax
        ? symbol
        : null;
  }

  private void twice(boolean seen, Span span, Problem.Phrase clause) {
    if (seen) {
      world.report(Problem.of(Code.CLAUSE_TWICE, span, clause));
    }
  }

  private List<Citation> citations(Scope scope, Declaration.Rule syntax) {
    Instrument instrument = scope.instrument;
    boolean isLaw =
        instrument != null
            && !Set.of(Rank.CONTRACT, Rank.OWNER, Rank.INTERNAL).contains(instrument.rank());
    if (syntax.citations().isEmpty() && isLaw) {
      world.report(Problem.of(Code.UNCITED_RULE, syntax.called().name().span()));
    }
    for (org.hefu.syntax.Citation each : syntax.citations()) {
      if (instrument != null) {
        inRange(each, instrument);
      }
    }
    return syntax.citations().stream().map(Rules::citation).toList();
  }

  private void inRange(org.hefu.syntax.Citation citation, Instrument instrument) {
    boolean numbered = instrument.lastArticle() > 0 && citation.heading().isEmpty();
    if (numbered
        && (citation.article() < instrument.firstArticle()
            || citation.article() > instrument.lastArticle())) {
      world.report(
          Problem.of(
              Code.UNKNOWN_CITATION,
              citation.span(),
              citation.span().text(),
              instrument.firstArticle(),
              instrument.lastArticle()));
    }
  }

  static Citation citation(org.hefu.syntax.Citation syntax) {
    return new Citation(syntax.article(), syntax.paragraph(), syntax.item(), syntax.heading());
  }

  private Term act(Span place, Effect effect) {
    List<Kind.Member> acts = effect.spokenOf();
    if (acts.isEmpty()
        || world.request == null
        || !(world.request.act().type() instanceof Type.Of(var kind))) {
      return Term.truth(place, true);
    }
    return new Term.Within(place, new Term.Stated(place, world.request.act()), kind, acts);
  }

  /**
   * The effect of the clause; a requirement of several procedures is one of each. Empty if it has
   * problems.
   */
  private List<Effect> effects(Clause clause, Scope scope, Terms terms) {
    return switch (clause) {
      case Clause.Forbid(_, var acts) ->
          acts(terms, acts).<List<Effect>>map(a -> List.of(new Effect.Forbid(a))).orElse(List.of());
      case Clause.Permit(_, var acts, _) ->
          acts(terms, acts).<List<Effect>>map(a -> List.of(new Effect.Permit(a))).orElse(List.of());
      case Clause.Require(_, var procedures, var acts) ->
          required(procedures, scope, acts(terms, acts));
      case Clause.Exempt(_, var acts, var procedures) -> {
        List<Procedure> freed = procedures(procedures, scope);
        yield acts(terms, acts)
            .<List<Effect>>map(a -> List.of(new Effect.Exempt(a, freed)))
            .orElse(List.of());
      }
      case Clause.Oblige it -> oblige(it, scope, terms);
      case Clause.Presume(var span, var fact) ->
          presume(span, fact, terms).map(List::<Effect>of).orElse(List.of());
      case Clause.Advise(_, var text) -> List.of(new Effect.Advise(text.value()));
      default -> List.of();
    };
  }

  private Optional<List<Kind.Member>> acts(Terms terms, List<Path> paths) {
    return world.request != null && world.request.act().type() instanceof Type.Of(var kind)
        ? terms.members(kind, paths)
        : Optional.empty();
  }

  private List<Effect> required(
      Clause.Procedures procedures, Scope scope, Optional<List<Kind.Member>> acts) {
    List<Procedure> needed = procedures(procedures, scope);
    if (acts.isEmpty() || needed.isEmpty()) {
      return List.of();
    }
    if (procedures.any()) {
      return List.of(new Effect.Require(needed, acts.get()));
    }
    return needed.stream().<Effect>map(p -> new Effect.Require(List.of(p), acts.get())).toList();
  }

  private List<Procedure> procedures(Clause.Procedures procedures, Scope scope) {
    List<Procedure> found = new ArrayList<>();
    for (Path path : procedures.paths()) {
      definitions.required(path, scope).ifPresent(found::add);
    }
    return found;
  }

  private List<Effect> oblige(Clause.Oblige clause, Scope scope, Terms terms) {
    Bilingual duty = clause.text().map(Text::value).orElse(Bilingual.NONE);
    if (clause.procedure().isPresent()) {
      Optional<Procedure> procedure = definitions.required(clause.procedure().get(), scope);
      duty = procedure.map(p -> p.names().label()).orElse(duty);
    }
    OptionalLong within = OptionalLong.empty();
    if (clause.within().isPresent()) {
      Term time = terms.term(clause.within().get());
      if (time instanceof Term.Constant(_, Type.Duration _, var coded)) {
        within = OptionalLong.of(coded);
      } else if (!(time instanceof Term.Faulty)) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                time.span(),
                new Problem.Phrase("duration"),
                Types.said(time.type())));
      }
    }
    Optional<List<Kind.Member>> acts = acts(terms, clause.acts());
    return acts.isEmpty() ? List.of() : List.of(new Effect.Oblige(duty, within, acts.get()));
  }

  private Optional<Effect> presume(Span span, Expr expr, Terms terms) {
    Optional<Effect> presumed =
        switch (expr) {
          case Expr.Fact(_, var path) ->
              terms.fact(path).filter(Rules::isTruth).map(f -> new Effect.Presume(f, Row.TRUE));
          case Expr.Not(_, Expr.Fact(_, var path)) ->
              terms.fact(path).filter(Rules::isTruth).map(f -> new Effect.Presume(f, Row.FALSE));
          case Expr.Is(_, Expr.Fact(_, var path), var value) ->
              terms
                  .fact(path)
                  .filter(f -> !(f.type() instanceof Type.SetOf))
                  .flatMap(f -> terms.value(f, value).map(v -> new Effect.Presume(f, v[0])));
          default -> Optional.empty();
        };
    boolean says = presumed.isPresent() && !isUnknown((Effect.Presume) presumed.get());
    boolean required = presumed.isPresent() && ((Effect.Presume) presumed.get()).fact().required();
    if (presumed.isEmpty() || required || !says) {
      world.report(Problem.of(Code.WRONG_PRESUMPTION, span));
      return Optional.empty();
    }
    return presumed;
  }

  private static boolean isUnknown(Effect.Presume presume) {
    return Row.isUnknown(presume.fact().type(), presume.value());
  }

  private static boolean isTruth(Fact fact) {
    return fact.type() instanceof Type.Truth;
  }
}

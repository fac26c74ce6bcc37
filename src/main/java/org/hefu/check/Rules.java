package org.hefu.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Citation;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Procedure;
import org.hefu.model.Rank;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.model.Yielding;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Party;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Pass: rules, each with its one effect, its conditions and its citations. */
final class Rules {
  private static final Yielding YIELDING_TO_NOBODY = new Yielding(Set.of(), Set.of());

  private final World world;
  private final Definitions definitions;
  private final Cut cut;

  Rules(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
    this.cut = new Cut(world);
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      boolean hasInstrument = scope.hasInstrument();
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Rule syntax) {
          rule(scope, syntax, hasInstrument);
        }
      }
    }
  }

  private void rule(Scope scope, Declaration.Rule syntax, boolean hasInstrument) {
    World.goOn();
    Span place = syntax.called().name().span();
    if (!hasInstrument) {
      world.report(Problem.of(Code.NO_INSTRUMENT, place));
    }
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    Clause effect = null;
    Term when = null;
    Term unless = null;
    Yielding yieldsTo = yielding(syntax);
    List<Rule.Consequence> consequences = new ArrayList<>();
    for (Clause clause : syntax.clauses()) {
      switch (clause) {
        case Clause.When(var span, var condition) -> {
          twice(when != null, span, new Problem.Phrase("when"));
          when = cut.term(terms.condition(condition));
        }
        case Clause.Unless(var span, var condition) -> {
          twice(unless != null, span, new Problem.Phrase("unless"));
          unless = cut.term(terms.condition(condition));
        }
        case Clause.Consequence it -> consequences.add(consequence(it, terms));
        case Clause.YieldsTo _, Clause.Overrides _, Clause.Unread _ -> {}
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
    if (effect == null && syntax.clauses().stream().noneMatch(Clause.Unread.class::isInstance)) {
      world.report(Problem.of(Code.NO_EFFECT, place));
    }
    Map<Instrument, List<Citation>> citations = new Citations(world, scope).of(syntax);
    if (effect == null || world.request == null) {
      return;
    }
    Term stated = begun(effect, scope, terms, when == null ? Term.truth(place, true) : when);
    Term condition =
        syntax.over().map(o -> new Restrictions(world).over(scope, o, stated)).orElse(stated);
    Term exception = unless == null ? Term.truth(place, false) : unless;
    Symbol.OfRule symbol = symbol(scope, syntax);
    Names names = symbol == null ? World.names(syntax.called()) : symbol.names;
    List<Effect> effects = effects(effect, scope, terms);
    // In each text of the instrument in which it stands, the rule is one of its own.
    citations.forEach((text, cited) -> {
      for (Effect each : effects) {
        Rule rule =
            new Rule(
                world.rules.size(),
                names,
                text,
                cited,
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
    });
  }

  private static Symbol.@Nullable OfRule symbol(Scope scope, Declaration.Rule syntax) {
    return scope.own(Symbol.Space.RULES).get(syntax.called().name().text())
                instanceof Symbol.OfRule symbol
            && symbol.syntax == syntax
        ? symbol
        : null;
  }

  /** A duty that starts from an event applies once it has happened. */
  private Term begun(Clause effect, Scope scope, Terms terms, Term when) {
    return effect instanceof Clause.Oblige duty
        ? new Duties(world, scope, definitions)
            .begun(duty, terms)
            .<Term>map(begun -> new Term.And(when.span(), List.of(begun, when)))
            .orElse(when)
        : when;
  }

  private Rule.Consequence consequence(Clause.Consequence clause, Terms terms) {
    Optional<Fact> sets = clause.sets().flatMap(terms.paths()::fact);
    if (sets.isPresent() && !(sets.get().type() instanceof Type.Date)) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              clause.sets().orElseThrow().span(),
              Types.said(Type.DATE),
              Types.said(sets.get().type())));
    }
    return new Rule.Consequence(
        clause.text().value(), clause.citations().stream().map(Rules::citation).toList(), sets);
  }

  private Yielding yielding(Declaration.Rule syntax) {
    if (syntax.clauses().stream().noneMatch(Clause.YieldsTo.class::isInstance)) {
      return YIELDING_TO_NOBODY;
    }
    Set<Rank> ranks = EnumSet.noneOf(Rank.class);
    Set<String> issuers = new LinkedHashSet<>();
    for (Clause clause : syntax.clauses()) {
      if (clause instanceof Clause.YieldsTo(_, var to)) {
        for (Party each : to) {
          each.path().flatMap(p -> Instruments.rank(p, world)).ifPresent(ranks::add);
          each.text().ifPresent(t -> issuer(t, issuers));
        }
      }
    }
    return new Yielding(ranks, issuers);
  }

  /** A misspelt issuer would never be met; one of whom nothing is loaded may be meant. */
  private void issuer(Text text, Set<String> issuers) {
    issuers.add(text.value().zh());
    issuers.add(text.value().en());
    Set<String> known = new LinkedHashSet<>();
    for (Instrument each : world.instruments) {
      known.add(each.issuer().zh());
      known.add(each.issuer().en());
    }
    Optional<String> nearest = Nearest.to(text.value().zh(), known);
    if (Collections.disjoint(issuers, known) && nearest.isPresent()) {
      world.report(
          Problem.of(Code.UNKNOWN_ISSUER, text.span(), text.value().zh()).nearest(nearest));
    }
  }

  private void twice(boolean seen, Span span, Problem.Phrase clause) {
    if (seen) {
      world.report(Problem.of(Code.CLAUSE_TWICE, span, clause));
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
        ? terms.paths().members(kind, paths)
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
    // One that is named twice is one choice, not two.
    Set<Procedure> found = new LinkedHashSet<>();
    for (Path path : procedures.paths()) {
      definitions.required(path, scope).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private List<Effect> oblige(Clause.Oblige clause, Scope scope, Terms terms) {
    return new Duties(world, scope, definitions)
        .of(clause, terms)
        .<List<Effect>>map(List::of)
        .orElse(List.of());
  }

  private Optional<Effect> presume(Span span, Expr expr, Terms terms) {
    Optional<Effect> presumed =
        switch (expr) {
          case Expr.Fact(_, var path) ->
              terms
                  .paths()
                  .fact(path)
                  .filter(Rules::isTruth)
                  .map(f -> new Effect.Presume(f, Row.TRUE));
          case Expr.Not(_, Expr.Fact(_, var path)) ->
              terms
                  .paths()
                  .fact(path)
                  .filter(Rules::isTruth)
                  .map(f -> new Effect.Presume(f, Row.FALSE));
          case Expr.Is(_, Expr.Fact(_, var path), var value) ->
              terms
                  .paths()
                  .fact(path)
                  .filter(f -> !(f.type() instanceof Type.SetOf))
                  .filter(f -> !(f.type() instanceof Type.SetOfWords))
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

package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Conditions and values of one module, typed and resolved. */
final class Terms {
  /** How deep conditions may nest, those of the predicates that they call included. */
  private static final int DEEPEST = 100_000;

  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Environment environment;
  private final Paths paths;
  private @Nullable Comparisons comparisons;

  Terms(World world, Scope scope, Definitions definitions, Environment environment) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.environment = environment;
    this.paths = new Paths(world, scope, definitions, environment);
  }

  Scope scope() {
    return scope;
  }

  /** What names stand for, where these conditions are. */
  Paths paths() {
    return paths;
  }

  /** A term that must be true or false. */
  Term condition(Expr expr) {
    Term term = term(expr, Type.TRUTH);
    if (term instanceof Term.Faulty || term.type() instanceof Type.Truth) {
      return term;
    }
    return new Fit(world).wrong(expr.span(), Type.TRUTH, term.type());
  }

  Term term(Expr expr) {
    return term(expr, null);
  }

  private List<Term> conditions(List<Expr> exprs) {
    List<Term> terms = new ArrayList<>(exprs.size());
    for (Expr each : exprs) {
      terms.add(condition(each));
    }
    return terms;
  }

  /** A term; where one of a kind is expected, the bare name of a member is enough. */
  Term term(Expr expr, @Nullable Type expected) {
    if (world.depth == DEEPEST) {
      world.report(Problem.of(Code.TOO_DEEP, expr.span(), DEEPEST));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    world.depth++;
    Term term = made(expr, expected);
    world.depth--;
    return term;
  }

  private Term made(Expr expr, @Nullable Type expected) {
    return switch (expr) {
      case Expr.Or(var span, var parts) -> new Term.Or(span, conditions(parts));
      case Expr.And(var span, var parts) -> new Term.And(span, conditions(parts));
      case Expr.Not(var span, var part) -> new Term.Not(span, condition(part));
      case Expr.Compare it -> comparisons().compare(it);
      case Expr.Is it -> comparisons().same(it);
      case Expr.In(var span, var left, var set) -> comparisons().in(span, left, set);
      case Expr.Within(var span, var left, var place) -> comparisons().within(span, left, place);
      case Expr.Has(var span, var left, var member) -> comparisons().has(span, left, member);
      case Expr.Known(var span, var path) ->
          paths
              .fact(path)
              .<Term>map(f -> new Term.Known(span, f))
              .orElse(new Term.Faulty(span, Type.TRUTH));
      case Expr.Call it -> new Calls(world, scope, definitions, environment, this).call(it);
      case Expr.Fact(_, var path) -> paths.named(path, expected);
      case Expr.Number it -> sums().number(it, expected);
      case Expr.Date(var span, var day) -> new Term.Constant(span, Type.DATE, day);
      case Expr.Words(var span, var text) ->
          new Term.Constant(span, Type.WORDS, world.word(text.value().zh()));
      case Expr.Truth(var span, var value) -> Term.truth(span, value);
      case Expr.Sum it -> sums().sum(it);
      case Expr.Unknown(var span) -> {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                span,
                expected == null ? new Problem.Phrase("condition") : Types.said(expected),
                "`unknown`"));
        yield new Term.Faulty(span, expected == null ? Type.TRUTH : expected);
      }
      case Expr.SetOf(var span, _, _) -> {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                span,
                expected == null ? new Problem.Phrase("condition") : Types.said(expected),
                new Problem.Phrase("a-set")));
        yield new Term.Faulty(span, expected == null ? Type.TRUTH : expected);
      }
      case Expr.Unread(var span) -> new Term.Faulty(span, Type.TRUTH);
      case Expr.Matches(var span, var left, var pattern) ->
          new Patterns(world).asked(span, term(left), left.span(), pattern);
      case Expr.Overdue(var span, var rule) -> paths.overdue(span, rule);
      case Expr.Tallied it -> definitions.tallies.alone(it, scope);
      case Expr.Quantified it -> quantifiers().quantified(it);
      case Expr.Summed it -> quantifiers().summed(it);
      case Expr.Size it -> quantifiers().size(it);
    };
  }

  private Comparisons comparisons() {
    if (comparisons == null) {
      comparisons = new Comparisons(world, scope, definitions, environment, this);
    }
    return comparisons;
  }

  private Quantifiers quantifiers() {
    return new Quantifiers(world, scope, definitions, environment);
  }

  private Sums sums() {
    return new Sums(world, scope, this);
  }

  /** The value, by slot, that the expression states for the fact; unknown for {@code unknown}. */
  Optional<long[]> value(Fact fact, Expr expr) {
    return new Stating(world, this).value(fact, expr);
  }
}

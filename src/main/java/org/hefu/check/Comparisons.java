package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Span;

/** Conditions that compare a value with another, or ask what it is in. */
final class Comparisons {
  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Environment environment;
  private final Terms terms;
  private final Paths paths;
  private final Variables variables;
  private final Fit fit;

  Comparisons(
      World world, Scope scope, Definitions definitions, Environment environment, Terms terms) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.environment = environment;
    this.terms = terms;
    this.paths = terms.paths();
    this.variables = new Variables(world, environment);
    this.fit = new Fit(world);
  }

  Term compare(Expr.Compare expr) {
    Optional<Term> counted = definitions.tallies.compared(expr, scope, terms);
    if (counted.isPresent()) {
      return counted.get();
    }
    List<Term> sides = sides(expr.left(), expr.right());
    Term left = sides.getFirst();
    Term right = sides.getLast();
    if (left instanceof Term.Faulty || right instanceof Term.Faulty) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (!isOrdered(left.type())) {
      world.report(Problem.of(Code.NOT_ORDERED, expr.left().span(), Types.said(left.type())));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (!fit.fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    return switch (expr.order()) {
      case LESS -> new Term.Less(expr.span(), left, right, false);
      case LESS_OR_EQUAL -> new Term.Less(expr.span(), left, right, true);
      case GREATER -> new Term.Less(expr.span(), right, left, false);
      case GREATER_OR_EQUAL -> new Term.Less(expr.span(), right, left, true);
    };
  }

  private static boolean isOrdered(Type type) {
    return switch (type) {
      case Type.Number _, Type.Date _ -> true;
      case Type.Duration(var period) -> period.isPresent();
      case Type.Of(var kind) -> kind.shape() == Kind.Shape.ORDERED;
      default -> false;
    };
  }

  Term same(Expr.Is expr) {
    List<Term> sides = sides(expr.left(), expr.right());
    Term left = sides.getFirst();
    Term right = sides.getLast();
    if (left instanceof Term.Faulty
        || right instanceof Term.Faulty
        || !fit.fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (left.type() instanceof Type.SetOf || left.type() instanceof Type.SetOfWords) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              expr.left().span(),
              new Problem.Phrase("condition"),
              new Problem.Phrase("a-set")));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (left.type() instanceof Type.Of(var kind) && kind.shape() == Kind.Shape.TREE) {
      if (right instanceof Term.Constant(_, _, var index) && index != Row.UNKNOWN) {
        return exactly(expr.span(), left, kind, index);
      }
      if (left instanceof Term.Constant(_, _, var index) && index != Row.UNKNOWN) {
        return exactly(expr.span(), right, kind, index);
      }
    }
    if (left.type() instanceof Type.Duration(var one)
        && right.type() instanceof Type.Duration(var other)
        && (one.isEmpty() || other.isEmpty())) {
      // Whether twelve months are a year is for a calendar to say.
      world.report(
          Problem.of(
              Code.UNLIKE_UNITS,
              expr.right().span(),
              Types.said(left.type()),
              Types.said(right.type())));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    return new Term.Same(expr.span(), left, right);
  }

  /** A value above the member may be it; one below it is another. */
  private static Term exactly(Span span, Term value, Kind kind, long index) {
    return new Term.Within(span, value, kind, List.of(kind.member((int) index).alone()));
  }

  Term in(Span span, Expr leftExpr, Expr.SetOf set) {
    Term left = terms.term(leftExpr);
    if (left.type() instanceof Type.Words) {
      return isOneOf(span, left, set);
    }
    if (!(left.type() instanceof Type.Of(var kind)) || left instanceof Term.Faulty) {
      if (!(left instanceof Term.Faulty)) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                leftExpr.span(),
                new Problem.Phrase("a-kind"),
                Types.said(left.type())));
      }
      return new Term.Faulty(span, Type.TRUTH);
    }
    set.texts().forEach(t -> fit.wrong(t.span(), left.type(), Type.WORDS));
    return variables.members(
        set.members(),
        span,
        names -> paths.members(kind, names).map(m -> new Term.Within(span, left, kind, m)));
  }

  private Term isOneOf(Span span, Term left, Expr.SetOf set) {
    List<Term> same = new ArrayList<>();
    set.texts().forEach(t -> same.add(new Term.Same(span, left, words(t))));
    for (Path path : set.members()) {
      Term other = paths.named(path, null);
      if (!(other instanceof Term.Faulty) && fit.fits(left, other, path.span())) {
        same.add(new Term.Same(span, left, other));
      }
    }
    return new Term.Or(span, same);
  }

  private Term words(Text text) {
    return new Term.Constant(text.span(), Type.WORDS, world.word(text.value().zh()));
  }

  Term within(Span span, Expr leftExpr, Path place) {
    Term left = terms.term(leftExpr);
    if (left instanceof Term.Faulty) {
      return new Term.Faulty(span, Type.TRUTH);
    }
    if (!(left.type() instanceof Type.Of(var kind)) || kind.shape() != Kind.Shape.TREE) {
      world.report(Problem.of(Code.NOT_A_TREE, leftExpr.span(), Types.said(left.type())));
      return new Term.Faulty(span, Type.TRUTH);
    }
    return variables.members(
        List.of(place),
        span,
        names -> paths.members(kind, names).map(m -> new Term.Within(span, left, kind, m)));
  }

  Term has(Span span, Expr leftExpr, Path path) {
    Term left = terms.term(leftExpr);
    if (left instanceof Term.Stated(_, var fact) && fact.type() instanceof Type.SetOf(var kind)) {
      return variables.members(
          List.of(path),
          span,
          names ->
              paths
                  .members(kind, names)
                  .map(m ->
                      m.isEmpty()
                          ? Term.truth(span, false)
                          : new Term.Has(span, fact, kind, m.getFirst())));
    }
    if (left.type() instanceof Type.SetOfWords) {
      return fit.wrong(path.span(), Type.WORDS, new Problem.Phrase("name"));
    }
    if (!(left instanceof Term.Faulty)) {
      world.report(Problem.of(Code.NOT_A_SET, leftExpr.span(), Types.said(left.type())));
    }
    return new Term.Faulty(span, Type.TRUTH);
  }

  /** The two sides of a comparison; the bare name of a member has the kind of the other side. */
  private List<Term> sides(Expr left, Expr right) {
    if (left instanceof Expr.Fact(_, var path) && path.names().size() == 1 && !isValue(path)) {
      Term other = terms.term(right);
      return List.of(terms.term(left, other.type()), other);
    }
    Term one = terms.term(left);
    return List.of(one, terms.term(right, one.type()));
  }

  /** Does the path name anything that has a value of itself? */
  private boolean isValue(Path path) {
    Name first = path.names().getFirst();
    return environment.arguments().containsKey(first.text())
        || scope.find(Symbol.Space.VALUES, first, new ArrayList<>()).isPresent();
  }
}

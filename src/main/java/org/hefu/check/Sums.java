package org.hefu.check;

import java.util.Optional;
import org.hefu.model.Period;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Numbers and lengths of time, and what is reckoned with them and with dates. */
final class Sums {
  /** A number counts ten-thousandths. */
  private static final long SCALE = 10_000;

  private final World world;
  private final Scope scope;
  private final Terms terms;
  private final Fit fit;

  Sums(World world, Scope scope, Terms terms) {
    this.world = world;
    this.scope = scope;
    this.terms = terms;
    this.fit = new Fit(world);
  }

  /** A number or, behind the word for a period, a length of time. */
  Term number(Expr.Number expr, @Nullable Type expected) {
    Optional<Period> period = expr.unit().flatMap(Types::period);
    if (expr.unit().isEmpty() && expected instanceof Type.Duration(var counted)) {
      period = counted;
    }
    if (period.isPresent()) {
      if (expr.value() % SCALE != 0) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                expr.span(),
                new Problem.Phrase("duration"),
                new Problem.Phrase("number")));
      }
      return new Term.Constant(
          expr.span(), new Type.Duration(period), period.get().coded(expr.value() / SCALE));
    }
    Optional<Unit> unit = expr.unit().flatMap(u -> new Types(world).unit(u, scope));
    return expr.unit().isPresent() && unit.isEmpty()
        ? new Term.Faulty(expr.span(), Type.NUMBER)
        : new Term.Constant(expr.span(), new Type.Number(unit), expr.value());
  }

  /** A sum, or a date moved. */
  Term sum(Expr.Sum expr) {
    Term left = terms.term(expr.left());
    Term right = terms.term(expr.right(), left.type());
    if (left instanceof Term.Faulty || right instanceof Term.Faulty) {
      return new Term.Faulty(expr.span(), left.type());
    }
    if (left.type() instanceof Type.Date) {
      return right.type() instanceof Type.Duration
          ? new Term.Moved(
              expr.span(), left, expr.minus(), right, Optional.ofNullable(world.calendar))
          : fit.wrong(expr.right().span(), Type.DURATION, right.type());
    }
    if (!(left.type() instanceof Type.Number)) {
      return fit.wrong(expr.left().span(), Type.NUMBER, left.type());
    }
    if (!fit.fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), left.type());
    }
    Type type = Fit.isBare(left) ? right.type() : left.type();
    return new Term.Sum(expr.span(), type, left, expr.minus(), right);
  }
}

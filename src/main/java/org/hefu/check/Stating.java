package org.hefu.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;

/** What scenarios and presumptions state of facts. */
final class Stating {
  private final World world;
  private final Terms terms;
  private final Fit fit;

  Stating(World world, Terms terms) {
    this.world = world;
    this.terms = terms;
    this.fit = new Fit(world);
  }

  /** The value, by slot, that the expression states for the fact; unknown for {@code unknown}. */
  Optional<long[]> value(Fact fact, Expr expr) {
    long[] values = new long[fact.width()];
    Arrays.fill(values, Row.unknown(fact.type()));
    if (expr instanceof Expr.Unknown) {
      return Optional.of(values);
    }
    if (fact.type() instanceof Type.SetOf(var kind)) {
      if (!(expr instanceof Expr.SetOf(_, var paths, var texts))) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                expr.span(),
                new Problem.Phrase("set"),
                new Problem.Phrase("other")));
        return Optional.empty();
      }
      texts.forEach(t -> fit.wrong(t.span(), new Type.Of(kind), Type.WORDS));
      return terms.paths().members(kind, paths).map(members -> mask(fact, members));
    }
    if (fact.type() instanceof Type.SetOfWords) {
      return new Patterns(world).texts(fact, expr);
    }
    Term term = terms.term(expr, fact.type());
    if (term instanceof Term.Faulty) {
      return Optional.empty();
    }
    if (!(term instanceof Term.Constant constant)) {
      fit.wrong(expr.span(), fact.type(), term.type());
      return Optional.empty();
    }
    boolean anyLength = fact.type().equals(Type.DURATION) && term.type() instanceof Type.Duration;
    if (!anyLength && !fit.fits(new Term.Stated(expr.span(), fact), term, expr.span())) {
      return Optional.empty();
    }
    if (expr instanceof Expr.Words(_, var text)) {
      new Patterns(world).name(fact, text);
    }
    values[0] = constant.value();
    return Optional.of(values);
  }

  private static long[] mask(Fact fact, List<Kind.Member> members) {
    long[] mask = new long[fact.width()];
    for (Kind.Member member : members) {
      mask[member.index() / Row.BITS] |= 1L << (member.index() % Row.BITS);
    }
    return mask;
  }
}

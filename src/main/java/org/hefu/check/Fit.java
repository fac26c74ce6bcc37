package org.hefu.check;

import java.util.Optional;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Span;

/** Whether conditions and values are of the types that are wanted of them. */
final class Fit {
  private final World world;

  Fit(World world) {
    this.world = world;
  }

  /** Are the two of one type? A number without a unit, standing in the text, is of any unit. */
  boolean fits(Term left, Term right, Span place) {
    if (left.type().equals(right.type())) {
      return true;
    }
    if (left.type() instanceof Type.Number(var one)
        && right.type() instanceof Type.Number(var other)) {
      boolean bare = isBare(left) || isBare(right);
      if (!bare) {
        world.report(Problem.of(Code.UNLIKE_UNITS, place, unit(one), unit(other)));
      }
      return bare;
    }
    if (left.type() instanceof Type.Duration && right.type() instanceof Type.Duration) {
      world.report(
          Problem.of(Code.UNLIKE_UNITS, place, Types.said(left.type()), Types.said(right.type())));
      return false;
    }
    wrong(place, left.type(), right.type());
    return false;
  }

  /** A number without a unit that stands in the text, or a sum of such. */
  static boolean isBare(Term term) {
    return switch (term) {
      case Term.Constant(_, Type.Number(var unit), _) -> unit.isEmpty();
      case Term.Sum(_, _, var left, _, var right) -> isBare(left) && isBare(right);
      default -> false;
    };
  }

  private static Object unit(Optional<Unit> unit) {
    return unit.<Object>map(u -> "`" + u + "`").orElse(new Problem.Phrase("nothing"));
  }

  /** Reports that the text is not of the type. */
  Term wrong(Span span, Type expected, Type found) {
    return wrong(span, expected, Types.said(found));
  }

  Term wrong(Span span, Type expected, Object found) {
    world.report(Problem.of(Code.WRONG_TYPE, span, Types.said(expected), found));
    return new Term.Faulty(span, expected);
  }
}

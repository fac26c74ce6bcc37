package org.hefu.check;

import java.util.function.Function;
import org.hefu.check.GrantLines.Line;
import org.hefu.model.Excess;
import org.hefu.model.Grant;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Span;

/** Holds a delegated grant to its parent: nobody passes on more than he has. */
final class GrantWidth {
  private final World world;
  private final Grant grant;
  private final Grant parent;
  private final Function<Line, Span> places;
  private final Function<Line, Span> above;

  /**
   * @param places where the grant says something
   * @param above where its parent does
   */
  GrantWidth(World world, Grant grant, Function<Line, Span> places, Function<Line, Span> above) {
    this.world = world;
    this.grant = grant;
    this.parent = grant.parent().orElseThrow();
    this.places = places;
    this.above = above;
  }

  void check() {
    for (Excess excess : Excess.of(grant, parent)) {
      Line line = line(excess);
      Span place = places.apply(line);
      Span most =
          above.apply(
              excess == Excess.DELEGATION
                  ? Line.DEPTH
                  : excess == Excess.GRANTOR ? Line.GRANTEE : line);
      Problem problem =
          switch (excess) {
            case GRANTOR -> Problem.of(Code.NOT_GRANTEE, place, grant.grantor(), parent.grantee());
            case DELEGATION -> Problem.of(Code.NO_DELEGATION, place, parent.title().zh());
            default -> Problem.of(Code.WIDER_GRANT, place, phrase(excess), excess.most(parent));
          };
      world.report(problem.related(most, "parent-here"));
    }
  }

  private static Line line(Excess excess) {
    return excess == Excess.DELEGATION ? Line.PARENT : Line.valueOf(excess.name());
  }

  private static Phrase phrase(Excess excess) {
    return switch (excess) {
      case DATA -> new Phrase("grant-data");
      case ACTS -> new Phrase("grant-acts");
      case TERRITORY -> new Phrase("grant-territory");
      case PURPOSES -> new Phrase("grant-purposes");
      case PERIOD -> new Phrase("grant-period");
      case DEPTH, GRANTOR, DELEGATION -> new Phrase("grant-depth");
    };
  }
}

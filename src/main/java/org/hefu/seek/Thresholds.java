package org.hefu.seek;

import java.util.NavigableSet;
import org.hefu.engine.Trials;
import org.hefu.model.Fact;
import org.hefu.model.Row;
import org.hefu.model.Term;

/**
 * Where, along a line, a comparison changes; found by asking the comparison itself. Always: it is
 * monotone in the one open fact that stands in it once.
 */
final class Thresholds {
  private final Trials trials;
  private final Fact fact;
  private final Line line;

  Thresholds(Trials trials, Fact fact, Line line) {
    this.trials = trials;
    this.fact = fact;
    this.line = line;
  }

  /**
   * Adds the first place of each stretch on which the comparison stays the same; false if it cannot
   * be told everywhere.
   */
  boolean add(Term atom, NavigableSet<Long> starts) {
    return switch (atom) {
      case Term.Less(_, var left, var right, _) -> add(left, right, starts);
      case Term.Same(_, var left, var right) -> add(left, right, starts);
      default -> throw new IllegalArgumentException("no comparison along a line: " + atom);
    };
  }

  private boolean add(Term left, Term right, NavigableSet<Long> starts) {
    return flip(new Term.Less(left.span(), left, right, false), starts)
        && flip(new Term.Less(left.span(), right, left, false), starts);
  }

  private boolean flip(Term less, NavigableSet<Long> starts) {
    int first = at(less, line.first());
    int middle = at(less, line.first() / 2 + line.last() / 2);
    int last = at(less, line.last());
    if (first == Row.MAYBE && middle == Row.MAYBE && last == Row.MAYBE) {
      // Nothing can be said for any value, as of working days without a calendar.
      return true;
    }
    if (first == Row.MAYBE || middle == Row.MAYBE || last == Row.MAYBE) {
      return false;
    }
    if (first == last) {
      return true;
    }
    long before = line.first();
    long after = line.last();
    while (before + 1 < after) {
      long between = before + (after - before) / 2;
      if (at(less, between) == first) {
        before = between;
      } else {
        after = between;
      }
    }
    starts.add(after);
    return true;
  }

  private int at(Term less, long place) {
    long[] row = trials.row();
    row[fact.slot()] = line.value(place);
    trials.follow(row);
    return trials.truth(less, row);
  }
}

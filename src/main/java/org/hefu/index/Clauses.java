package org.hefu.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.code.Joined;
import org.hefu.code.Writable;
import org.hefu.model.Row;
import org.hefu.model.Term;

/** What an entry asks of single slots: of each line, one test must hold. */
final class Clauses {
  /** More tests than this in one line are asked otherwise. */
  private static final int MOST = 8;

  private final Test[][] lines;

  Clauses(List<List<Test>> lines) {
    this.lines = new Test[lines.size()][];
    double[] passing = new double[lines.size()];
    for (int i = 0; i < passing.length; i++) {
      Test[] line = lines.get(i).toArray(Test[]::new);
      double some = passing(line);
      // What lets the fewest values pass comes first.
      int at = i;
      for (; at > 0 && passing[at - 1] > some; at--) {
        this.lines[at] = this.lines[at - 1];
        passing[at] = passing[at - 1];
      }
      this.lines[at] = line;
      passing[at] = some;
    }
  }

  private static double passing(Test[] line) {
    double passing = 0;
    for (Test each : line) {
      passing += each.passing();
    }
    return passing;
  }

  /** The tests of which one must hold for the condition to hold; empty if it is no such thing. */
  static Optional<List<Test>> line(Term term, Tests tests) {
    List<Test> line = new ArrayList<>();
    return add(term, true, tests, line) ? Optional.of(line) : Optional.empty();
  }

  private static boolean add(Term term, boolean holds, Tests tests, List<Test> line) {
    Optional<Test> test = tests.of(term);
    if (test.isPresent()) {
      line.add(holds ? test.get() : test.get().not());
      return line.size() <= MOST;
    }
    return switch (term) {
      case Term.Or(_, var parts) when holds ->
          parts.stream().allMatch(p -> add(p, true, tests, line));
      case Term.And(_, var parts) when !holds ->
          parts.stream().allMatch(p -> add(p, false, tests, line));
      case Term.Not(_, var part) -> add(part, !holds, tests, line);
      default -> false;
    };
  }

  boolean isEmpty() {
    return lines.length == 0;
  }

  /** The least of its lines, each as much as the most of its tests. */
  int truth(long[] stated, long[] worked, int[] places) {
    int least = Row.TRUE;
    for (Test[] line : lines) {
      int most = Row.FALSE;
      for (Test test : line) {
        most =
            Math.max(
                most,
                test.of(
                    places[test.slot()] < 0 ? stated[test.slot()] : worked[places[test.slot()]]));
        if (most == Row.TRUE) {
          break;
        }
      }
      if (most == Row.FALSE) {
        return Row.FALSE;
      }
      least = Math.min(least, most);
    }
    return least;
  }

  /** What leaves the same, to be written as code. */
  Writable written() {
    return Joined.least(Stream.of(lines).map(l -> Joined.greatest(List.of(l))).toList());
  }
}

package org.hefu.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.text.Source;

/**
 * Reads a text that differs from one read before in a stretch: only the declarations around the
 * stretch are read again. What comes out is what reading the whole text would give.
 */
final class Reparse {
  /** Where nothing is kept. */
  private static final int NONE = Integer.MAX_VALUE;

  private final Parsed before;
  private final Source after;

  /** The first declaration that is read again, in the old text as in the new. */
  private int from;

  /** The first declaration behind it that is kept, in the old text. */
  private int kept;

  /** Where what is read ends, in the old text: behind the first declaration that is kept. */
  private int to;

  /** How much longer the new text is. */
  private int by;

  private Reparse(Parsed before, Source after) {
    this.before = before;
    this.after = after;
  }

  /** Empty where the whole text has to be read. */
  static Optional<Parsed> of(Parsed before, Source after) {
    Reparse reparse = new Reparse(before, after);
    return reparse.finds() ? reparse.read() : Optional.empty();
  }

  /** Which declarations the texts differ in; false where that is not only declarations. */
  private boolean finds() {
    String old = before.module().source().text();
    String text = after.text();
    int most = Math.min(old.length(), text.length());
    int head = mismatch(old, text);
    int tail = 0;
    while (tail < most - head
        && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
      tail++;
    }
    by = text.length() - old.length();
    int end = old.length() - tail;
    List<Integer> starts = before.starts();
    // The one before may have ended in what begins the next.
    int first = index(starts, head - 1) - 1;
    int last = index(starts, end) + 1;
    if (first < 0) {
      return false;
    }
    from = starts.get(first);
    kept = last < starts.size() ? starts.get(last) : NONE;
    to = last + 1 < starts.size() ? starts.get(last + 1) : old.length();
    return from < head;
  }

  private static int mismatch(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Which is the last of them at or before the place; -1 where none is. */
  private static int index(List<Integer> starts, int place) {
    int found = Collections.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }

  private Optional<Parsed> read() {
    Places places = new Places(after, from, to + by);
    List<Token> tokens = Parse.lex(after.text().substring(from, to + by), after.name());
    List<Problem> problems = new ArrayList<>();
    Parse.mend(tokens, places, problems);
    if (Parse.depth(tokens, places, problems) > Parse.SHALLOW) {
      return Optional.empty();
    }
    List<Token> marked = Parse.marked(tokens);
    List<Integer> starts = Parse.starts(marked, places);
    int next = kept == NONE ? NONE : kept + by;
    boolean seamed =
        !starts.isEmpty() && starts.getFirst() == from && (next == NONE || starts.contains(next));
    if (!seamed) {
      return Optional.empty();
    }
    Module middle = Trees.module(marked, places, problems);
    return Optional.of(joined(middle, problems, starts, next));
  }

  private Parsed joined(Module middle, List<Problem> found, List<Integer> read, int next) {
    Module old = before.module();
    Rebase head = new Rebase(after, 0);
    Rebase tail = new Rebase(after, by);
    List<Declaration> declarations = new ArrayList<>(old.declarations().size() + 8);
    for (Declaration each : old.declarations()) {
      if (each.span().start() < from) {
        declarations.add(head.copy(each));
      }
    }
    middle.declarations().stream().filter(d -> d.span().start() < next).forEach(declarations::add);
    for (Declaration each : old.declarations()) {
      if (each.span().start() >= kept) {
        declarations.add(tail.copy(each));
      }
    }
    List<Integer> starts = new ArrayList<>(before.starts().size() + 8);
    before.starts().stream().filter(s -> s < from).forEach(starts::add);
    read.stream().filter(s -> s < next).forEach(starts::add);
    before.starts().stream().filter(s -> s >= kept).forEach(s -> starts.add(s + by));
    Module module =
        new Module(
            after,
            old.name().map(head::copy),
            old.uses().stream().map(head::copy).toList(),
            List.copyOf(declarations));
    return new Parsed(module, problems(found, next, head, tail), List.copyOf(starts));
  }

  /** One at the very beginning of a declaration is of the one before: it ended too early. */
  private List<Problem> problems(List<Problem> found, int next, Rebase head, Rebase tail) {
    List<Problem> problems = new ArrayList<>();
    for (Problem each : before.problems()) {
      if (each.span().start() <= from) {
        problems.add(head.copy(each));
      } else if (each.span().start() > kept) {
        problems.add(tail.copy(each));
      }
    }
    found.stream().filter(p -> p.span().start() <= next).forEach(problems::add);
    problems.sort(null);
    return List.copyOf(problems);
  }
}

package org.hefu.debug;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hefu.model.Definition;
import org.hefu.model.Term;
import org.hefu.text.Source;

/** Where to stop in a condition: at each of its elements, and on each further line of one. */
final class Stops {
  /** A condition to stop before, and whether its exception or its condition it is an element of. */
  record Stop(Term term, boolean exception) {}

  private final Source source;
  private final List<Stop> stops = new ArrayList<>();
  private final Set<Integer> lines = new HashSet<>();

  Stops(Source source) {
    this.source = source;
  }

  List<Stop> stops() {
    return stops;
  }

  void when(Term term) {
    add(term, false, true);
  }

  void unless(Term term) {
    add(term, true, true);
  }

  private void add(Term written, boolean exception, boolean element) {
    Term term = written(written);
    List<Term> parts =
        term instanceof Term.And || term instanceof Term.Or || term instanceof Term.Not
            ? term.parts()
            : List.of();
    boolean joins = exception ? term instanceof Term.Or : term instanceof Term.And;
    if (element && joins) {
      parts.forEach(part -> add(part, exception, true));
      return;
    }
    boolean here = term.span().source() == source && !(term instanceof Term.Constant);
    if (here && (lines.add(term.span().line()) || element)) {
      stops.add(new Stop(term, exception));
    }
    parts.forEach(part -> add(part, exception, false));
  }

  /** What its author wrote, where a part of it has become a definition. */
  private static Term written(Term term) {
    return term instanceof Term.Derived(_, var definition) && definition.isPart()
        ? written(definition.body())
        : term;
  }

  /** The definitions that a term names, in order. */
  static Set<Definition> named(Term term) {
    Set<Definition> found = new LinkedHashSet<>();
    collect(term, found);
    return found;
  }

  private static void collect(Term term, Set<Definition> found) {
    if (term instanceof Term.Derived(_, var definition)) {
      if (!definition.isPart()) {
        found.add(definition);
      } else {
        collect(definition.body(), found);
      }
    }
    term.parts().forEach(part -> collect(part, found));
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Scenario;
import org.hefu.model.Tally;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Part;
import org.hefu.text.Span;

/** The facts that scenarios give, and the parts of their flows. */
final class Givens {
  private final World world;
  private final Terms terms;

  Givens(World world, Terms terms) {
    this.world = world;
    this.terms = terms;
  }

  /** Adds what the entries state; where each stands. */
  Map<Fact, Span> read(List<Part.Entry> entries, Map<Fact, long[]> given) {
    Map<Fact, Span> here = new HashMap<>();
    for (Part.Entry entry : entries) {
      Optional<Fact> fact = terms.paths().fact(entry.fact());
      if (fact.isEmpty()) {
        continue;
      }
      Span first = here.putIfAbsent(fact.get(), entry.fact().span());
      if (first != null) {
        world.report(
            Problem.of(Code.FIELD_TWICE, entry.fact().span(), entry.fact())
                .related(first, "first-here"));
      }
      terms.value(fact.get(), entry.value()).ifPresent(v -> given.put(fact.get(), v));
    }
    return here;
  }

  /** The parts of the flow, by their names or their places. */
  List<Scenario.Part> parts(List<Part> written) {
    List<Scenario.Part> parts = new ArrayList<>();
    Map<String, Span> names = new HashMap<>();
    for (Part each : written) {
      if (!(each instanceof Part.Piece piece)) {
        continue;
      }
      String name = piece.name().map(Scenarios::title).orElse(String.valueOf(parts.size() + 1));
      Span first = names.putIfAbsent(name, piece.span());
      if (first != null) {
        world.report(
            Problem.of(Code.FIELD_TWICE, piece.name().orElseThrow().span(), name)
                .related(first, "first-here"));
      }
      Map<Fact, long[]> given = new LinkedHashMap<>();
      Map<Fact, Span> stated = read(piece.entries(), given);
      world.request().ifPresent(r -> whole(r.on(), stated));
      for (Symbol.OfTally tally : world.tallies) {
        Tally worked = tally.worked;
        if (worked != null) {
          worked.whole().forEach(f -> whole(f, stated));
        }
      }
      parts.add(new Scenario.Part(name, given));
    }
    return parts;
  }

  private void whole(Fact fact, Map<Fact, Span> stated) {
    Span here = stated.get(fact);
    if (here != null) {
      world.report(Problem.of(Code.WHOLE_IN_PART, here, fact.name()));
    }
  }
}

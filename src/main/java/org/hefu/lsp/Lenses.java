package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.hefu.model.Rule;
import org.hefu.syntax.Declaration;
import org.hefu.text.Span;
import org.hefu.text.Wording;

/** What can be done with a scenario, and by how many rules another may be defeated. */
final class Lenses {
  static final String RUN = "hefu.runScenario";
  static final String DEBUG = "hefu.debugScenario";
  static final String DEFEATERS = "hefu.showDefeaters";

  private Lenses() {}

  static List<CodeLens> of(View view) {
    Wording words = view.session().words();
    Unit whole = view.whole();
    String uri = view.text().uri();
    List<CodeLens> lenses = new ArrayList<>();
    for (Declaration each : view.module().declarations()) {
      if (each instanceof Declaration.Scenario it) {
        Range place = Places.range(it.title().span());
        List<Object> arguments = List.of(uri, it.title().value().zh());
        lenses.add(lens(place, words.say("run"), RUN, arguments));
        lenses.add(lens(place, words.say("debug"), DEBUG, arguments));
      } else if (each instanceof Declaration.Rule it) {
        defeaters(it.called().name().span(), whole, uri, words, lenses);
      }
    }
    return lenses;
  }

  private static void defeaters(
      Span rule, Unit whole, String uri, Wording words, List<CodeLens> lenses) {
    List<Rule> defeating = Hierarchy.distinct(whole.meaning().defeating(rule));
    if (defeating.isEmpty()) {
      return;
    }
    List<Location> places =
        defeating.stream()
            .flatMap(r -> Diagnostics.location(r.declared(), whole).stream())
            .toList();
    Range range = Places.range(rule);
    String key = defeating.size() == 1 ? "defeater" : "defeaters";
    lenses.add(
        lens(
            range,
            words.say(key, defeating.size()),
            DEFEATERS,
            List.of(uri, rule.text(), range.getStart(), places)));
  }

  private static CodeLens lens(Range place, String title, String command, List<Object> arguments) {
    return new CodeLens(place, new Command(title, command, arguments), null);
  }
}

package org.hefu.lsp;

import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.hefu.check.Uses;
import org.hefu.text.Span;

/** Every place that speaks of what a word speaks of. */
final class References {
  private References() {}

  static List<Location> of(View view, Position position, boolean withDeclaration) {
    Unit whole = view.whole();
    Uses uses = whole.meaning().uses();
    return Pointed.at(view.offset(position), whole.meaning(), view.text()).stream()
        .flatMap(p ->
            uses.to(p.declared()).stream()
                .filter(place -> withDeclaration || !isDeclared(place, p.declared(), whole)))
        .flatMap(place -> Diagnostics.location(place, whole).stream())
        .toList();
  }

  /** In this text only. */
  static List<DocumentHighlight> here(View view, Position position) {
    Uses uses = view.unit().meaning().uses();
    return Pointed.at(view.offset(position), view).stream()
        .flatMap(p -> uses.to(p.declared()).stream())
        .filter(place -> place.source() == view.source())
        .map(place -> new DocumentHighlight(Places.range(place), DocumentHighlightKind.Text))
        .toList();
  }

  /** An alias is declared where the name is. */
  private static boolean isDeclared(Span place, Span declared, Unit unit) {
    return place.equals(declared)
        || (place.source() == declared.source()
            && place.start() > declared.end()
            && unit.meaning().at(declared).isPresent()
            && place.line() == declared.line()
            && declared.source().text().substring(declared.end(), place.start()).indexOf(')') < 0
            && declared.source().text().substring(declared.end(), place.start()).indexOf('）') < 0
            && !unit.meaning().at(declared).get().names().name().equals(place.text()));
  }
}

package org.hefu.lsp;

import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/** Where what a word speaks of is declared. */
final class Definition {
  private Definition() {}

  static List<Location> of(View view, Position position) {
    return Pointed.at(view.offset(position), view).stream()
        .flatMap(p -> Diagnostics.location(p.declared(), view.unit()).stream())
        .toList();
  }
}

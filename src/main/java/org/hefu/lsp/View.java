package org.hefu.lsp;

import java.util.function.Supplier;
import org.eclipse.lsp4j.Position;
import org.hefu.syntax.Module;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** What a request looks at: one text as it was when it was asked for, and all it belongs to. */
final class View {
  private final Text text;
  private final Supplier<Unit> unit;
  private final Session session;

  View(Text text, Supplier<Unit> unit, Session session) {
    this.text = text;
    this.unit = unit;
    this.session = session;
  }

  Text text() {
    return text;
  }

  Module module() {
    return text.module();
  }

  /** The source that all places in the module are in. */
  Source source() {
    return text.module().source();
  }

  Unit unit() {
    return unit.get();
  }

  Language language() {
    return session.language();
  }

  Session session() {
    return session;
  }

  int offset(Position position) {
    return Places.offset(source(), position);
  }
}

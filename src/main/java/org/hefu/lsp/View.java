package org.hefu.lsp;

import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.hefu.syntax.Module;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** What a request looks at: one text as it was when it was asked for, and all it belongs to. */
final class View {
  private final Text text;
  private final Map<String, Text> all;
  private final Units units;
  private final Session session;

  View(Text text, Map<String, Text> all, Units units, Session session) {
    this.text = text;
    this.all = all;
    this.units = units;
    this.session = session;
  }

  Text text() {
    return text;
  }

  boolean isFlow() {
    return Flows.isFlow(text);
  }

  Map<String, Text> all() {
    return all;
  }

  Module module() {
    return text.module();
  }

  /** The source that all places in the module are in. */
  Source source() {
    return text.module().source();
  }

  /** What the text's names stand for. */
  Unit unit() {
    return units.named(text, all);
  }

  /** The whole policy that the text is part of. */
  Unit whole() {
    return units.whole(text, all);
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

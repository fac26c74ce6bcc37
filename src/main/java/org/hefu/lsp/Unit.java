package org.hefu.lsp;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.hefu.Load;
import org.hefu.check.Meaning;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.text.Source;

/** Texts that are one policy, checked together; it never changes. */
final class Unit {
  private final List<Text> texts;
  private final Load.Studied studied;
  private final IdentityHashMap<Source, Text> bySource = new IdentityHashMap<>();

  private Unit(List<Text> texts, Load.Studied studied) {
    this.texts = texts;
    this.studied = studied;
    texts.forEach(t -> bySource.put(t.module().source(), t));
  }

  static Unit of(List<Text> texts, boolean advised) {
    List<Load.Opened> opened =
        texts.stream().map(t -> new Load.Opened(t.parsed(), t.path())).toList();
    return new Unit(List.copyOf(texts), Load.opened(opened, advised));
  }

  List<Text> texts() {
    return texts;
  }

  Meaning meaning() {
    return studied.meaning();
  }

  Optional<Policy> policy() {
    return studied.loaded().policy();
  }

  List<Problem> problems() {
    return studied.loaded().problems();
  }

  /** The text of the workspace that a source is; empty for what the library holds. */
  Optional<Text> text(Source source) {
    return Optional.ofNullable(bySource.get(source));
  }
}

package org.hefu.lsp;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.Load;
import org.hefu.check.Meaning;
import org.hefu.engine.Program;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

/** Texts that are one policy, checked together; it never changes. */
final class Unit {
  private final List<Text> texts;
  private final Load.Studied studied;
  private final IdentityHashMap<Source, Text> bySource = new IdentityHashMap<>();
  private @Nullable Program program;

  private Unit(List<Text> texts, Function<List<Load.Opened>, Load.Studied> study) {
    this.texts = List.copyOf(texts);
    this.studied =
        study.apply(texts.stream().map(t -> new Load.Opened(t.parsed(), t.path())).toList());
    texts.forEach(t -> bySource.put(t.module().source(), t));
  }

  /** As far as names go. */
  static Unit named(List<Text> texts) {
    return new Unit(texts, Load::named);
  }

  /** With the library's law, and with advice. */
  static Unit whole(List<Text> texts) {
    return new Unit(texts, Load::opened);
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

  /** What decides; empty while the policy has errors. */
  synchronized Optional<Program> program() {
    if (program == null) {
      program = policy().map(Program::of).orElse(null);
    }
    return Optional.ofNullable(program);
  }

  List<Problem> problems() {
    return studied.loaded().problems();
  }

  /** The text of the workspace that a source is; empty for what the library holds. */
  Optional<Text> text(Source source) {
    return Optional.ofNullable(bySource.get(source));
  }
}

package org.hefu.lsp;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.hefu.fact.ReadFlow;
import org.hefu.problem.Problem;
import org.hefu.text.Language;

/** Files that state the facts of a flow, in JSON or YAML. */
final class Flows {
  private Flows() {}

  static boolean isFlow(Text text) {
    return !Uris.isPolicy(text.path());
  }

  static boolean isYaml(Text text) {
    String name = text.path().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** What is wrong with it; nothing while the policy has errors, for then nobody can tell. */
  static List<Diagnostic> diagnostics(Text text, Unit unit, Language language) {
    return Diagnostics.of(problems(text, unit), unit, language);
  }

  static List<Problem> problems(Text text, Unit unit) {
    return unit.policy()
        .map(policy -> ReadFlow.file(text.source(), isYaml(text), policy).problems())
        .orElse(List.of());
  }
}

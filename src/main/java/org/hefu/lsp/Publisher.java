package org.hefu.lsp;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Tells the editor what is wrong in each text, when that has changed. */
final class Publisher {
  private record Told(OptionalInt version, List<Diagnostic> diagnostics) {}

  private final Session session;
  private final Map<String, Told> told = new HashMap<>();

  Publisher(Session session) {
    this.session = session;
  }

  /**
   * @param units of each open text the unit that it is in; other texts of a unit are told of with
   *     it
   */
  void publish(Map<String, Text> all, Map<Text, Unit> units) {
    Map<Text, List<Diagnostic>> found = new LinkedHashMap<>();
    units.forEach((text, unit) -> found.put(text, Diagnostics.of(text, unit, session.language())));
    units
        .values()
        .forEach(unit ->
            unit.texts().stream()
                .filter(t -> !t.isOpen())
                .forEach(t ->
                    found.computeIfAbsent(t, _ -> Diagnostics.of(t, unit, session.language()))));
    found.forEach(this::publish);
    // What is no longer there, or in no unit, has no problems any more.
    List<String> gone =
        told.keySet().stream()
            .filter(uri -> found.keySet().stream().noneMatch(t -> t.uri().equals(uri)))
            .toList();
    gone.forEach(uri -> {
      told.remove(uri);
      send(uri, OptionalInt.empty(), List.of());
    });
  }

  private void publish(Text text, List<Diagnostic> diagnostics) {
    Told now = new Told(text.version(), diagnostics);
    Told before = told.put(text.uri(), now);
    boolean nothingYet = before == null && diagnostics.isEmpty() && !text.isOpen();
    if (!now.equals(before) && !nothingYet) {
      send(text.uri(), text.version(), diagnostics);
    }
  }

  private void send(String uri, OptionalInt version, List<Diagnostic> diagnostics) {
    Client client = session.client();
    if (client != null) {
      PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, diagnostics);
      version.ifPresent(params::setVersion);
      client.publishDiagnostics(params);
    }
  }
}

package org.hefu.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.hefu.problem.Problem;

/** Tells the editor what is wrong in each text, when that has changed. */
final class Publisher {
  private record Told(OptionalInt version, List<Diagnostic> diagnostics) {}

  /** What the whole policy's check said of a text, and of which. */
  private record Advice(Text text, Unit unit) {}

  private final Session session;
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, Advice> advice = new HashMap<>();

  Publisher(Session session) {
    this.session = session;
  }

  /**
   * What is wrong with a text at once. What was only advised before is kept until it is looked at
   * again, lest it flicker at every keystroke.
   */
  synchronized void publish(Text text, Unit named) {
    List<Diagnostic> found = new ArrayList<>(Diagnostics.of(text, named, session.language()));
    Advice before = advice.get(text.uri());
    boolean sound = named.problems().stream().noneMatch(Problem::isError);
    if (before != null && sound) {
      Moved moved = new Moved(before.text().source().text(), text.source().text());
      Diagnostics.advised(before.text(), before.unit(), session.language(), moved, text).stream()
          .filter(d -> !found.contains(d))
          .forEach(found::add);
    }
    publish(text, found);
  }

  /**
   * @param open of each open policy the unit that it is in; other texts of a unit are told of with
   *     it
   * @param flows of each open flow the unit that decides it
   * @param current is that still how things are?
   */
  synchronized void publish(Map<Text, Unit> open, Map<Text, Unit> flows, BooleanSupplier current) {
    if (!current.getAsBoolean()) {
      return;
    }
    Map<Text, List<Diagnostic>> found = new LinkedHashMap<>();
    open.forEach((text, unit) -> {
      found.put(text, Diagnostics.of(text, unit, session.language()));
      advice.put(text.uri(), new Advice(text, unit));
    });
    for (Unit unit : open.values()) {
      for (Text text : unit.texts()) {
        if (!text.isOpen()) {
          found.computeIfAbsent(text, t -> Diagnostics.of(t, unit, session.language()));
        }
      }
    }
    flows.forEach(
        (text, unit) -> found.put(text, Flows.diagnostics(text, unit, session.language())));
    found.forEach(this::publish);
    // What is no longer there, or in no unit, has no problems any more.
    List<String> gone =
        told.keySet().stream()
            .filter(uri -> found.keySet().stream().noneMatch(t -> t.uri().equals(uri)))
            .toList();
    gone.forEach(uri -> {
      told.remove(uri);
      advice.remove(uri);
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

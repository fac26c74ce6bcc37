package org.hefu.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SymbolKind;
import org.hefu.check.Declared;
import org.hefu.check.Meaning;
import org.hefu.decide.Cite;
import org.hefu.model.Rule;
import org.hefu.text.Span;

/** Which rules may defeat a rule, and which it may defeat, as calls are shown. */
final class Hierarchy {
  private Hierarchy() {}

  static List<CallHierarchyItem> prepare(View view, Position position) {
    Unit whole = view.whole();
    return rule(view, whole, position)
        .flatMap(place -> whole.meaning().rules(place).stream().findFirst())
        .flatMap(rule -> item(rule, whole, view))
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<Span> rule(View view, Unit whole, Position position) {
    return Pointed.at(view.offset(position), whole.meaning(), view.text())
        .filter(
            p -> p.thing(whole.meaning()).filter(d -> d.what() == Declared.What.RULE).isPresent())
        .map(Pointed::declared);
  }

  /** Those that may defeat it. */
  static List<CallHierarchyIncomingCall> defeating(View view, CallHierarchyItem item) {
    Unit whole = view.whole();
    List<CallHierarchyIncomingCall> calls = new ArrayList<>();
    place(whole, item)
        .ifPresent(place ->
            distinct(whole.meaning().defeating(place))
                .forEach(rule ->
                    item(rule, whole, view)
                        .ifPresent(from ->
                            calls.add(
                                new CallHierarchyIncomingCall(
                                    from, List.of(from.getSelectionRange()))))));
    return calls;
  }

  /** Those that it may defeat. */
  static List<CallHierarchyOutgoingCall> defeated(View view, CallHierarchyItem item) {
    Unit whole = view.whole();
    List<CallHierarchyOutgoingCall> calls = new ArrayList<>();
    place(whole, item)
        .ifPresent(place ->
            distinct(whole.meaning().defeated(place))
                .forEach(rule ->
                    item(rule, whole, view)
                        .ifPresent(to ->
                            calls.add(
                                new CallHierarchyOutgoingCall(
                                    to, List.of(item.getSelectionRange()))))));
    return calls;
  }

  /** A rule that requires several things has become several. */
  static List<Rule> distinct(List<Rule> rules) {
    Map<Span, Rule> each = new LinkedHashMap<>();
    rules.forEach(r -> each.putIfAbsent(r.declared(), r));
    return List.copyOf(each.values());
  }

  private static Optional<Span> place(Unit whole, CallHierarchyItem item) {
    Meaning meaning = whole.meaning();
    return meaning.rules().stream()
        .map(Rule::declared)
        .filter(d ->
            Diagnostics.location(d, whole)
                .filter(l -> Uris.same(l.getUri()).equals(Uris.same(item.getUri())))
                .filter(l -> l.getRange().equals(item.getSelectionRange()))
                .isPresent())
        .findFirst();
  }

  private static Optional<CallHierarchyItem> item(Rule rule, Unit whole, View view) {
    Optional<Location> location = Diagnostics.location(rule.declared(), whole);
    return location.map(l -> {
      CallHierarchyItem item =
          new CallHierarchyItem(
              rule.names().name(), SymbolKind.Method, l.getUri(), l.getRange(), l.getRange());
      item.setDetail(Cite.rule(rule, view.language()));
      return item;
    });
  }
}

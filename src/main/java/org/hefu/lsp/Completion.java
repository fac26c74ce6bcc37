package org.hefu.lsp;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;

/** What may stand at a place, by what stands before it. */
final class Completion {
  private final View view;
  private final Around around;
  private final Cursor cursor;
  private final Offers offers;
  private final CompleteNames names;

  private Completion(View view, Unit unit, Position position) {
    this.view = view;
    this.cursor = new Cursor(view.text().source(), Places.offset(view.text().source(), position));
    this.around = new Around(unit, cursor);
    this.offers = new Offers(view, cursor);
    this.names = new CompleteNames(around, offers, view);
  }

  /**
   * @param unit what names stood for when that was last known
   */
  static CompletionList of(View view, Unit unit, Position position) {
    Completion completion = new Completion(view, unit, position);
    completion.complete();
    return completion.offers.list();
  }

  private void complete() {
    if (cursor.openText().isPresent()) {
      openText();
    } else if (cursor.isInText()) {
      return;
    } else if (cursor.isBehind("use", "using")) {
      names.modules();
    } else if (cursor.isBehind(".")) {
      new CompleteMembers(around, offers).below(cursor.path(1));
    } else if (cursor.begins()) {
      Module.BEGINNINGS.forEach(k -> offers.keyword(k, "0"));
    } else {
      within(cursor.declaration());
    }
  }

  private void within(String declaration) {
    CompleteHeads heads = new CompleteHeads(around, offers, names);
    CompleteConditions conditions = new CompleteConditions(around, offers, names);
    switch (declaration) {
      case "use" -> names.modules();
      case "instrument" -> heads.instrument();
      case "rule", "restrict" -> new CompleteRules(around, offers, names, conditions).rule();
      case "scenario" -> new CompleteScenarios(around, offers, names).scenario();
      case "record", "request" -> heads.record();
      case "list" -> heads.listing();
      default -> conditions.condition();
    }
  }

  /** The titles of scenarios, where another is to be like one. */
  private void openText() {
    boolean like = cursor.before().stream().anyMatch(t -> Cursor.is(t, "like"));
    if (!like) {
      return;
    }
    String open = cursor.openText().orElse("");
    Range whole =
        Places.range(view.text().source(), cursor.offset() - open.length(), cursor.offset());
    for (Declaration each : around.last().module().declarations()) {
      if (each instanceof Declaration.Scenario it) {
        String title = it.title().value().zh();
        CompletionItem item = offers.add(title, CompletionItemKind.Text, "", "0");
        item.setTextEdit(Either.forLeft(new TextEdit(whole, title)));
        item.setFilterText(title);
      }
    }
  }
}

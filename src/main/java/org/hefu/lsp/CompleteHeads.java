package org.hefu.lsp;

import org.eclipse.lsp4j.CompletionItemKind;
import org.hefu.check.Declared.What;

/** The properties of instruments and lists, and the fields of records. */
final class CompleteHeads {
  private final Around around;
  private final Cursor cursor;
  private final Offers offers;
  private final CompleteNames names;

  CompleteHeads(Around around, Offers offers, CompleteNames names) {
    this.around = around;
    this.cursor = around.cursor();
    this.offers = offers;
    this.names = names;
  }

  void instrument() {
    if (cursor.isBehind(":") && cursor.back(1).filter(t -> Keywords.isRank(t.text())).isPresent()) {
      names.ranks();
    } else if (cursor.isBehind(":")
        && cursor.back(1).filter(t -> Keywords.isStatus(t.text())).isPresent()) {
      Keywords.STATUSES.forEach(s -> offers.add(s, CompletionItemKind.EnumMember, "", "0"));
    } else if (cursor.isBehind(":", ",")) {
      around.kinds().forEach(offers::members);
    } else {
      Keywords.INSTRUMENT.forEach((en, zh) -> offers.property(en, zh));
    }
  }

  void listing() {
    if (cursor.isBehind(":")
        && cursor
            .back(1)
            .filter(t -> t.text().equals("record") || t.text().equals("结构"))
            .isPresent()) {
      offers.things(around.visible(), d -> d.what() == What.RECORD, "0");
    } else if (cursor.isBehind(":")
        && cursor.back(1).filter(t -> Keywords.isStatus(t.text())).isPresent()) {
      Keywords.STATUSES.forEach(s -> offers.add(s, CompletionItemKind.EnumMember, "", "0"));
    } else {
      Keywords.LIST.forEach((en, zh) -> offers.property(en, zh));
    }
  }

  void record() {
    if (cursor.isBehind(":", "set of", "of")) {
      names.types();
    } else {
      offers.keyword("required", "1");
      offers.keyword("known to", "1");
    }
  }
}

package org.hefu.lsp;

import java.util.Set;
import java.util.function.Predicate;
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
    if (isValueOf(Keywords::isRank)) {
      names.ranks();
    } else if (isValueOf(Keywords::isStatus)) {
      statuses();
    } else if (cursor.isBehind(":", ",")) {
      around.kinds().forEach(offers::members);
    } else {
      Keywords.INSTRUMENT.forEach((en, zh) -> offers.property(en, zh));
    }
  }

  void listing() {
    if (isValueOf(Set.of("record", "结构")::contains)) {
      offers.things(around.visible(), d -> d.what() == What.RECORD, "0");
    } else if (isValueOf(Keywords::isStatus)) {
      statuses();
    } else {
      Keywords.LIST.forEach((en, zh) -> offers.property(en, zh));
    }
  }

  /** Does the value of such a property begin here? */
  private boolean isValueOf(Predicate<String> property) {
    return cursor.isBehind(":") && cursor.back(1).filter(t -> property.test(t.text())).isPresent();
  }

  private void statuses() {
    Keywords.STATUSES.forEach(s -> offers.add(s, CompletionItemKind.EnumMember, "", "0"));
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

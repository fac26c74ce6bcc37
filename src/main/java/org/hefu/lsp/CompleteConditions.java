package org.hefu.lsp;

import java.util.Optional;
import java.util.Set;
import org.hefu.check.Declared.What;
import org.hefu.model.Kind;

/** What a condition may speak of. */
final class CompleteConditions {
  private static final Set<What> VALUES =
      Set.of(
          What.FIELD,
          What.DEFINITION,
          What.PREDICATE,
          What.PROCEDURE,
          What.QUESTION,
          What.LIST,
          What.TALLY);
  private final Around around;
  private final Cursor cursor;
  private final Offers offers;
  private final CompleteNames names;

  CompleteConditions(Around around, Offers offers, CompleteNames names) {
    this.around = around;
    this.cursor = around.cursor();
    this.offers = offers;
    this.names = names;
  }

  void condition() {
    if (cursor.isBehind(":", "set of")) {
      names.types();
      return;
    }
    Optional<Kind> kind = around.comparedKind();
    if (kind.isPresent()) {
      offers.members(kind.get());
      return;
    }
    offers.things(around.visible(), d -> VALUES.contains(d.what()), "1");
    Keywords.CONDITION.forEach(k -> offers.keyword(k, "3"));
  }
}

package org.hefu.lsp;

/** The clauses of a rule, and what each may hold. */
final class CompleteRules {
  private final Cursor cursor;
  private final Offers offers;
  private final CompleteNames names;
  private final CompleteConditions conditions;

  CompleteRules(Around around, Offers offers, CompleteNames names, CompleteConditions conditions) {
    this.cursor = around.cursor();
    this.offers = offers;
    this.names = names;
    this.conditions = conditions;
  }

  void rule() {
    if (cursor.depth() == 0) {
      if (cursor.isBehind("(", ",", "art")) {
        names.citations();
      }
      return;
    }
    if (cursor.isBehind("forbid", "permit", "before", "after", "exempt")) {
      names.acts();
    } else if (cursor.isBehind("require", "any of", "all of", "from", "oblige")) {
      names.steps();
    } else if (cursor.isBehind("despite", "overrides")) {
      names.targets();
    } else if (cursor.isBehind(",")) {
      switch (cursor.clause(
          "forbid",
          "permit",
          "before",
          "after",
          "exempt",
          "require",
          "from",
          "despite",
          "overrides",
          "when",
          "unless",
          "yields to")) {
        case "forbid", "permit", "before", "after", "exempt" -> names.acts();
        case "require", "from" -> names.steps();
        case "despite", "overrides" -> names.targets();
        case "yields to" -> names.ranks();
        default -> conditions.condition();
      }
    } else if (cursor.isBehind("yields to", "to")) {
      names.ranks();
    } else if (cursor.clause("when", "unless").isEmpty()) {
      Keywords.CLAUSES.forEach(k -> offers.keyword(k, "0"));
      Keywords.WITHIN_CLAUSES.forEach(k -> offers.keyword(k, "1"));
    } else {
      conditions.condition();
      Keywords.CLAUSES.forEach(k -> offers.keyword(k, "4"));
    }
  }
}

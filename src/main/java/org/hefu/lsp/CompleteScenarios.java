package org.hefu.lsp;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Type;

/** The parts of a scenario: facts, their values, and what is expected. */
final class CompleteScenarios {
  private final Around around;
  private final Cursor cursor;
  private final Offers offers;
  private final CompleteNames names;

  CompleteScenarios(Around around, Offers offers, CompleteNames names) {
    this.around = around;
    this.cursor = around.cursor();
    this.offers = offers;
    this.names = names;
  }

  void scenario() {
    boolean inFacts = Set.of("given", "part").contains(cursor.block());
    if (cursor.isBehind(":") || (inFacts && around.comparedKind().isPresent())) {
      value();
    } else if (inFacts && cursor.depth() > 1) {
      facts();
    } else if (cursor.isBehind("expect")) {
      for (Outcome outcome : Outcome.values()) {
        offers.both(outcome.word(), outcome.label().zh(), CompletionItemKind.EnumMember);
      }
    } else if (cursor.isBehind("citing", "not", "overdue")) {
      names.targets();
    } else if (cursor.isBehind("requiring", "any of", "all of")) {
      names.steps();
    } else if (cursor.isBehind("missing", "table")) {
      facts();
    } else if (cursor.isBehind(",")) {
      switch (cursor.clause("citing", "requiring", "missing", "table", "using")) {
        case "citing" -> names.targets();
        case "requiring" -> names.steps();
        case "using" -> names.modules();
        default -> facts();
      }
    } else {
      Keywords.SCENARIO_PARTS.forEach(k -> offers.keyword(k, "0"));
    }
  }

  /** What a fact may be stated as. */
  private void value() {
    Optional<Kind> compared = around.comparedKind();
    if (compared.isPresent()) {
      offers.members(compared.get());
      return;
    }
    Optional<Type> type = around.type(cursor.path(1));
    offers.keyword("unknown", "3");
    if (type.isEmpty()) {
      return;
    }
    switch (type.get()) {
      case Type.Truth _ -> {
        offers.keyword("true", "0");
        offers.keyword("false", "0");
      }
      case Type.Of(var kind) -> offers.members(kind);
      case Type.SetOf(var kind) -> offers.members(kind);
      case Type.Date _ ->
          offers.add(
              LocalDate.now(ZoneId.systemDefault()).toString(), CompletionItemKind.Value, "", "0");
      case Type.Number _, Type.Duration _, Type.Words _, Type.SetOfWords _ -> {}
    }
  }

  private void facts() {
    around.facts().forEach(offers::field);
  }
}

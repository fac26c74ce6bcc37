package org.hefu.lsp;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.CompletionItemKind;
import org.hefu.check.Declared.What;
import org.hefu.decide.Cite;
import org.hefu.model.Article;
import org.hefu.model.Instrument;
import org.hefu.model.Rank;
import org.hefu.model.Type;

/** Names of one sort: acts, steps, modules, targets, articles, ranks, types. */
final class CompleteNames {
  private static final Set<What> STEPS = Set.of(What.PROCEDURE, What.DEFINITION, What.FIELD);
  private static final Set<What> TYPES = Set.of(What.KIND, What.RECORD);
  private final Around around;
  private final Offers offers;
  private final View view;

  CompleteNames(Around around, Offers offers, View view) {
    this.around = around;
    this.offers = offers;
    this.view = view;
  }

  void acts() {
    around.acts().ifPresent(offers::members);
  }

  void steps() {
    offers.things(
        around.visible(),
        d ->
            STEPS.contains(d.what())
                && d.type().map(t -> t instanceof Type.Truth).orElse(d.what() != What.FIELD),
        "1");
    offers.keyword("any of", "2");
    offers.keyword("all of", "2");
    offers.keyword("grant", "2");
  }

  void modules() {
    Set<String> names = new TreeSet<>(around.meaning().modules());
    Units.policies(view.all()).stream()
        .filter(t -> !t.uri().equals(around.last().uri()))
        .forEach(t -> names.add(t.moduleName()));
    names.add("library");
    names.remove(around.last().moduleName());
    names.stream()
        .filter(n -> !n.isEmpty() && !n.startsWith("?"))
        .forEach(n -> offers.add(n, CompletionItemKind.Module, "", "0"));
  }

  void targets() {
    offers.things(around.visible(), d -> d.what() == What.RULE, "0");
    citations();
    modules();
  }

  /** The articles of the module's instrument. */
  void citations() {
    for (Instrument text : around.meaning().texts(around.last().moduleName())) {
      for (Article article : around.meaning().articles(text)) {
        offers.add(
            Cite.article(article.first(), view.language()),
            CompletionItemKind.Reference,
            article.paraphrase().in(view.language()),
            "2");
      }
    }
    offers.keyword("art", "3");
  }

  void ranks() {
    for (Rank rank : Rank.values()) {
      offers.add(
          rank.name().toLowerCase(Locale.ROOT),
          CompletionItemKind.EnumMember,
          rank.label().in(view.language()),
          "0");
    }
  }

  void types() {
    Keywords.TYPES.forEach((en, zh) -> offers.both(en, zh, CompletionItemKind.TypeParameter));
    offers.keyword("set of", "1");
    offers.things(around.visible(), d -> TYPES.contains(d.what()), "2");
  }
}

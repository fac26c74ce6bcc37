package org.hefu.lsp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;
import org.hefu.check.Declared;
import org.hefu.check.Declared.What;
import org.hefu.model.Policy;
import org.hefu.syntax.Declaration;

/** What may follow a name and a dot. */
final class CompleteMembers {
  private final Around around;
  private final Cursor cursor;
  private final Offers offers;

  CompleteMembers(Around around, Offers offers) {
    this.around = around;
    this.cursor = around.cursor();
    this.offers = offers;
  }

  void below(List<String> path) {
    List<Policy.Field> among = around.facts();
    boolean known = !path.isEmpty();
    for (String name : path) {
      Optional<Policy.Field> next = Policy.Field.called(among, name);
      known &= next.isPresent();
      among = next.map(Policy.Field::fields).orElse(List.of());
    }
    if (known) {
      among.forEach(offers::field);
      return;
    }
    String whole = String.join(".", path);
    around.kind(whole).ifPresent(offers::members);
    around
        .meaning()
        .module(whole)
        .ifPresent(m ->
            offers.things(
                around.meaning().visible(m.source()), d -> d.module().equals(whole), "1"));
    for (String module : around.meaning().modules()) {
      if (module.startsWith(whole + ".")) {
        String rest = module.substring(whole.length() + 1);
        offers.add(rest, CompletionItemKind.Module, module, "2");
      }
    }
    columns(path);
  }

  /** The columns of a list's rows, where the name is a variable of a quantifier. */
  private void columns(List<String> path) {
    if (path.size() != 1) {
      return;
    }
    for (int i = cursor.before().size() - 1; i > 1; i--) {
      boolean bound =
          Cursor.is(cursor.before().get(i), "in")
              && cursor.before().get(i - 1).text().equals(path.getFirst())
              && i + 1 < cursor.before().size();
      if (bound) {
        String list = cursor.before().get(i + 1).text();
        around.visible(list, What.LIST).ifPresent(this::columns);
        return;
      }
    }
  }

  private void columns(Declared list) {
    around
        .declaration(list)
        .filter(Declaration.Listing.class::isInstance)
        .map(Declaration.Listing.class::cast)
        .flatMap(l ->
            l.properties().stream()
                .filter(p -> Set.of("record", "结构").contains(p.key().text()))
                .findFirst())
        .map(p -> p.values().getFirst().span().text())
        .flatMap(name -> around.visible(name, What.RECORD))
        .flatMap(around::declaration)
        .filter(Declaration.Record.class::isInstance)
        .map(Declaration.Record.class::cast)
        .ifPresent(record ->
            record
                .fields()
                .forEach(f -> {
                  offers.add(f.called().name().text(), CompletionItemKind.Field, "", "0");
                  f.called()
                      .aliases()
                      .forEach(a -> offers.add(a.text(), CompletionItemKind.Field, "", "0"));
                }));
  }
}

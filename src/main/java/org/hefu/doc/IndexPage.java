package org.hefu.doc;

import java.util.ArrayList;
import java.util.List;
import org.hefu.model.Instrument;
import org.hefu.model.Rank;

/** The first page: every instrument in the layer of its rank, the highest on top. */
final class IndexPage {
  /** Ranks that stand beside each other: neither is higher (立法法 106). */
  private static final List<List<Rank>> LAYERS =
      List.of(
          List.of(Rank.CONSTITUTION),
          List.of(Rank.LAW),
          List.of(Rank.ADMINISTRATIVE_REGULATION),
          List.of(
              Rank.LOCAL_REGULATION, Rank.CITY_REGULATION, Rank.LOCAL_RULE, Rank.DEPARTMENT_RULE),
          List.of(Rank.NORMATIVE_DOCUMENT),
          List.of(Rank.GUIDANCE),
          List.of(Rank.CONTRACT, Rank.OWNER, Rank.INTERNAL));

  private IndexPage() {}

  static String of(Book book) {
    Html page = Frame.open(Words.say("instruments"));
    page.element("p", Words.say("layers"), "class", "lead");
    page.open("div", "class", "layers").line();
    for (List<Rank> layer : LAYERS) {
      List<List<Instrument>> columns = new ArrayList<>();
      for (Rank rank : layer) {
        List<Instrument> here = book.instruments().stream().filter(i -> i.rank() == rank).toList();
        if (!here.isEmpty()) {
          columns.add(here);
        }
      }
      if (!columns.isEmpty()) {
        layer(book, page, columns);
      }
    }
    page.close();
    return Frame.close(page);
  }

  private static void layer(Book book, Html page, List<List<Instrument>> columns) {
    boolean beside =
        columns.stream().anyMatch(c -> c.getFirst().rank() == Rank.DEPARTMENT_RULE)
            && columns.size() > 1;
    page.open("div", "class", "layer" + (beside ? " beside" : "")).line();
    for (List<Instrument> column : columns) {
      page.open("section").element("h2", column.getFirst().rank().label());
      column.forEach(i -> card(book, page, i));
      page.close().line();
    }
    if (beside) {
      page.element("p", Words.say("beside"), "class", "note");
    }
    page.close().line();
  }

  private static void card(Book book, Html page, Instrument instrument) {
    int rules = book.rules(instrument).size();
    page.open("a", "class", "card", "href", Places.page(instrument));
    page.element("strong", Places.title(instrument));
    page.open("span")
        .element(
            "span",
            InstrumentPage.status(instrument),
            "class",
            "chip " + InstrumentPage.word(instrument));
    page.element("span", InstrumentPage.dates(instrument), "class", "detail").close();
    page.element("span", Words.say("so-many-rules", rules), "class", "detail").close().line();
  }
}

package org.hefu.doc;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Article;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;

/** The page of an instrument: its articles with what each holds, and the rules that state them. */
final class InstrumentPage {
  private final Book book;
  private final Instrument instrument;
  private final Html page;
  private final RuleCard cards;

  private InstrumentPage(Book book, Instrument instrument, Map<Trial, Integer> numbers) {
    this.book = book;
    this.instrument = instrument;
    this.page = Frame.open(Places.title(instrument));
    this.cards = new RuleCard(book, page, numbers, new HashMap<>());
  }

  static String of(Book book, Instrument instrument, Map<Trial, Integer> numbers) {
    InstrumentPage it = new InstrumentPage(book, instrument, numbers);
    it.head();
    it.body();
    it.cards.terms();
    return Frame.close(it.page);
  }

  private void head() {
    page.open("p", "class", "facts");
    page.element("span", status(instrument), "class", "chip " + word(instrument));
    page.element("span", instrument.rank().label());
    page.element("span", instrument.issuer());
    page.element("span", dates(instrument));
    instrument.territory().ifPresent(t -> page.element("span", t.place().names().label()));
    page.close();
    String source = instrument.source();
    if (source.startsWith("http")) {
      page.open("p", "class", "source")
          .both(Words.say("source"))
          .element("a", source, "href", source);
      page.close();
    } else if (!source.isEmpty()) {
      page.element("p", Words.say("source-is", source), "class", "source");
    }
    if (instrument.isDraft()) {
      page.element("p", Words.say("draft-warning"), "class", "warning");
    }
  }

  static Bilingual status(Instrument instrument) {
    return Words.say("status." + word(instrument));
  }

  static String word(Instrument instrument) {
    return instrument.status().name().toLowerCase(Locale.ROOT);
  }

  static Bilingual dates(Instrument instrument) {
    if (instrument.from() == Row.UNKNOWN) {
      return Words.say("no-date");
    }
    String from = LocalDate.ofEpochDay(instrument.from()).toString();
    return instrument.to() == Long.MAX_VALUE
        ? Words.say("since", from)
        : Words.say("between", from, LocalDate.ofEpochDay(instrument.to()));
  }

  private void body() {
    List<Article> articles = book.articles(instrument);
    Map<Article, Set<List<Rule>>> at = new LinkedHashMap<>();
    articles.forEach(a -> at.put(a, new java.util.LinkedHashSet<>()));
    Set<List<Rule>> elsewhere = new java.util.LinkedHashSet<>();
    for (List<Rule> rules : book.rules(instrument)) {
      boolean placed = false;
      for (Citation citation : rules.getFirst().citations()) {
        Optional<Article> best = best(articles, citation);
        best.ifPresent(a -> at.getOrDefault(a, new HashSet<>()).add(rules));
        placed |= best.isPresent();
      }
      if (!placed) {
        elsewhere.add(rules);
      }
    }
    Set<List<Rule>> told = new HashSet<>();
    at.forEach((article, rules) -> article(article, rules, told));
    elsewhere.forEach(cards::write);
  }

  private void article(Article article, Set<List<Rule>> rules, Set<List<Rule>> told) {
    String standing = article.standing().name().toLowerCase(Locale.ROOT);
    List<List<Rule>> punished = book.punished(instrument, article);
    String quiet = rules.isEmpty() && punished.isEmpty() ? " quiet" : "";
    page.open("section", "class", "article" + quiet);
    page.open("div", "class", "said");
    page.element("h3", Places.article(article)).element("p", article.paraphrase());
    if (article.standing() != Article.Standing.CODIFIED) {
      page.element("span", Words.say("standing." + standing), "class", "chip standing");
      page.element("span", detail(article), "class", "detail");
    }
    page.close().open("div", "class", "stated");
    for (List<Rule> each : rules) {
      if (told.add(each)) {
        cards.write(each);
      } else {
        page.open("p")
            .text("→ ")
            .link("#" + Places.anchor(each.getFirst()), each.getFirst().names().label());
        page.close();
      }
    }
    if (!punished.isEmpty()) {
      page.open("details", "class", "branch").open("summary");
      page.both(Words.say("consequence-of")).text(" " + punished.size()).close();
      page.open("ul", "class", "rules");
      for (List<Rule> each : punished) {
        Rule rule = each.getFirst();
        page.open("li").link("#" + Places.anchor(rule), rule.names().label()).text(" ");
        page.element("span", Places.articles(rule.citations()), "class", "cite").close();
      }
      page.close().close();
    }
    page.close().close().line();
  }

  static Bilingual detail(Article article) {
    return article.remark().isEmpty()
        ? Words.listed(article.facts().stream().map(Conditions::label).toList())
        : article.remark();
  }

  /** The narrowest line of the account that speaks of the place. */
  private static Optional<Article> best(List<Article> articles, Citation citation) {
    return articles.stream()
        .filter(a -> a.touches(citation))
        .max(Comparator.comparingInt(a -> fit(a, citation)));
  }

  private static int fit(Article article, Citation citation) {
    Citation first = article.first();
    if (first.equals(citation)) {
      return 4;
    }
    if (article.isRange() || !first.holds(citation)) {
      return 0;
    }
    return first.item() != 0 ? 3 : first.paragraph() != 0 ? 2 : 1;
  }
}

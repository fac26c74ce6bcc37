package org.hefu.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hefu.model.Article;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;
import org.hefu.text.Json;

/** What the search box looks through: a text in both languages, and where it stands. */
final class Search {
  private final List<Object> entries = new ArrayList<>();

  private Search() {}

  /** A script, so that pages opened from a disk find it, too. */
  static String of(Book book, Map<Trial, Integer> numbers) {
    Search search = new Search();
    for (Instrument instrument : book.instruments()) {
      String page = Places.page(instrument);
      search.add(Places.title(instrument), page);
      for (Article article : book.articles(instrument)) {
        search.add(
            Words.say(
                "entry", Places.title(instrument), Places.article(article), article.paraphrase()),
            page);
      }
      for (List<Rule> rules : book.rules(instrument)) {
        Rule rule = rules.getFirst();
        search.add(
            Words.say("entry", Places.cited(rule), rule.names().label(), rule.names().name()),
            Places.rule(rule));
      }
    }
    for (Fact fact : book.policy().request().facts()) {
      search.add(
          Words.say("entry", Conditions.label(fact), fact.name(), fact.question()),
          "vocabulary.html#fact-" + fact.name());
    }
    for (Trial trial : book.trials()) {
      String name = trial.scenario().caseId().map(id -> id + " ").orElse("");
      Bilingual title = trial.scenario().title();
      search.add(
          Words.say("found-scenario", new Bilingual(name + title.zh(), name + title.en())),
          Places.scenario(trial, numbers.getOrDefault(trial, 0)));
    }
    return "window.hefuIndex = " + Json.text(search.entries) + ";\n";
  }

  private void add(Bilingual text, String to) {
    entries.add(Json.object("zh", text.zh(), "en", text.en(), "to", to));
  }
}

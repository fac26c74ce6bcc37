package org.hefu.doc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hefu.model.Definition;
import org.hefu.model.Rank;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.text.Bilingual;

/**
 * A rule on its instrument's page: what it does, when, whom it meets, and what shows it at work.
 */
final class RuleCard {
  private static final int SHOWN = 8;

  private final Book book;
  private final Html page;
  private final Map<Trial, Integer> numbers;
  private final Map<Integer, Definition> terms;

  /**
   * @param terms takes the definitions that conditions speak of, by slot
   */
  RuleCard(Book book, Html page, Map<Trial, Integer> numbers, Map<Integer, Definition> terms) {
    this.book = book;
    this.page = page;
    this.numbers = numbers;
    this.terms = terms;
  }

  void write(List<Rule> rules) {
    Rule rule = rules.getFirst();
    String effect = Effects.word(rule);
    page.open("details", "class", "rule " + effect, "id", Places.anchor(rule)).open("summary");
    page.element("span", Words.say("effect." + effect), "class", "chip " + effect);
    page.element("strong", rule.names().label());
    page.element("span", Places.articles(rule.citations()), "class", "cite").close();
    page.element("p", Effects.sentence(rules), "class", "sentence");
    condition("when", rule.when(), Conditions.isAlways(rule.when()));
    condition("unless", rule.unless(), Conditions.isNever(rule.unless()));
    yields(rule);
    for (Rule.Consequence each : rule.consequences()) {
      row("consequence", Words.say("cited", each.text(), Places.articles(each.citations())));
    }
    rules("defeats", book.defeats(rule));
    rules("defeated-by", book.defeatedBy(rule));
    trials(book.tried(rule));
    page.element("code", rule.name()).close().line();
  }

  private void condition(String key, Term term, boolean empty) {
    if (empty) {
      return;
    }
    collect(term);
    page.open("div", "class", "row").element("span", Words.say(key), "class", "key");
    page.open("div");
    new Conditions(page, book.policy().words()).write(term);
    page.close().close();
  }

  private void collect(Term term) {
    if (term instanceof Term.Derived(_, var definition)) {
      boolean isNew = definition.isPart() || terms.put(definition.slot(), definition) == null;
      if (isNew) {
        collect(definition.body());
      }
    }
    term.parts().forEach(this::collect);
  }

  private void yields(Rule rule) {
    List<Bilingual> to = new ArrayList<>();
    for (Rank rank : Rank.values()) {
      if (rule.yieldsTo().ranks().contains(rank)) {
        to.add(rank.label());
      }
    }
    rule.yieldsTo().issuers().stream().sorted().forEach(i -> to.add(new Bilingual(i, i)));
    if (!to.isEmpty()) {
      row("yields-to", Words.listed(to));
    }
  }

  private void row(String key, Bilingual text) {
    page.open("div", "class", "row").element("span", Words.say(key), "class", "key");
    page.element("div", text).close();
  }

  private void rules(String key, Set<Rule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    page.open("div", "class", "row").element("span", Words.say(key), "class", "key");
    page.open("ul", "class", "rules");
    for (Rule each : rules) {
      page.open("li").link(Places.rule(each), each.names().label()).text(" ");
      page.element("span", Places.cited(each), "class", "cite").close();
    }
    page.close().close();
  }

  private void trials(Collection<Trial> trials) {
    page.open("div", "class", "row").element("span", Words.say("tested-by"), "class", "key");
    page.open("div", "class", "trials");
    if (trials.isEmpty()) {
      page.both(Words.say("no-scenario"));
    }
    trials.stream()
        .limit(SHOWN)
        .forEach(t -> {
          String to = Places.scenario(t, numbers.getOrDefault(t, 0));
          page.open("a", "href", to, "class", "trial " + t.outcome().word());
          page.both(t.name()).close().text(" ");
        });
    if (trials.size() > SHOWN) {
      page.both(Words.say("and-more", trials.size() - SHOWN));
    }
    page.close().close();
  }

  /** The definitions that the rules above speak of, by their labels. */
  void terms() {
    if (terms.isEmpty()) {
      return;
    }
    page.element("h2", Words.say("terms"));
    for (Definition each : new TreeMap<>(terms).values()) {
      page.open("div", "class", "definition", "id", Conditions.anchor(each));
      page.element("strong", each.names().label()).open("div");
      new Conditions(page, book.policy().words()).write(each.body());
      page.close().close().line();
    }
  }
}

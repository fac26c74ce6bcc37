package org.hefu.doc;

import java.util.Collection;
import org.hefu.decide.Cite;
import org.hefu.model.Article;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** Where on the pages a thing stands, and how its place in the law is said. */
final class Places {
  private Places() {}

  static String page(Instrument instrument) {
    String version = instrument.version().map(v -> "." + v.name()).orElse("");
    return instrument.module() + version + ".html";
  }

  static String rule(Rule rule) {
    return page(rule.instrument()) + "#" + anchor(rule);
  }

  static String anchor(Rule rule) {
    return "rule-" + rule.names().name();
  }

  static String scenario(Trial trial, int index) {
    return "scenarios.html#s" + index;
  }

  static Bilingual title(Instrument instrument) {
    return new Bilingual(Cite.title(instrument, Language.ZH), Cite.title(instrument, Language.EN));
  }

  static Bilingual articles(Collection<Citation> citations) {
    return new Bilingual(
        Cite.articles(citations, Language.ZH), Cite.articles(citations, Language.EN));
  }

  static Bilingual cited(Rule rule) {
    return new Bilingual(Cite.rule(rule, Language.ZH), Cite.rule(rule, Language.EN));
  }

  /** {@code 第五条}, or from one to another. */
  static Bilingual article(Article article) {
    Bilingual first =
        new Bilingual(
            Cite.article(article.first(), Language.ZH), Cite.article(article.first(), Language.EN));
    return article.isRange()
        ? new Bilingual(
            first.zh() + "至" + Cite.article(article.last(), Language.ZH),
            first.en() + "–" + article.last().article())
        : first;
  }
}

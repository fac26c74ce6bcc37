package org.hefu.doc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hefu.model.Article;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;

/** The account of every article, as a Markdown page: which rules state it, and who tests them. */
public final class Coverage {
  private static final int SHOWN = 6;

  private Coverage() {}

  public static String page(Book book) {
    StringBuilder out = new StringBuilder();
    line(out, "# " + said(Words.say("coverage")));
    line(out, "");
    line(out, Words.say("coverage-lead").zh());
    line(out, "");
    line(out, Words.say("coverage-lead").en());
    for (Instrument instrument : book.instruments()) {
      if (!book.articles(instrument).isEmpty()) {
        instrument(book, instrument, out);
      }
    }
    return out.toString();
  }

  private static void instrument(Book book, Instrument instrument, StringBuilder out) {
    line(out, "");
    line(out, "## " + said(Places.title(instrument)));
    line(out, "");
    Bilingual facts =
        Words.listed(
            List.of(
                InstrumentPage.status(instrument),
                instrument.rank().label(),
                InstrumentPage.dates(instrument)));
    line(out, said(facts) + " · `" + instrument.module() + "`");
    line(out, "");
    Bilingual heads = Words.say("coverage-heads");
    line(out, "| " + heads.zh().replace("|", " | ") + " |");
    line(out, "|---|---|---|");
    for (Article article : book.articles(instrument)) {
      line(
          out,
          "| "
              + cell(Places.article(article))
              + " | "
              + cell(article.paraphrase())
              + " | "
              + how(book, instrument, article)
              + " |");
    }
  }

  private static String how(Book book, Instrument instrument, Article article) {
    StringBuilder out = new StringBuilder();
    for (List<Rule> rules : book.rules(instrument, article)) {
      out.append(out.isEmpty() ? "" : "<br>");
      out.append('`').append(rules.getFirst().names().name()).append('`');
      out.append(tested(book, rules.getFirst(), SHOWN));
    }
    List<List<Rule>> punished = book.punished(instrument, article);
    if (!punished.isEmpty()) {
      out.append(out.isEmpty() ? "" : "<br>").append(said(Words.say("consequence-of"))).append(' ');
      out.append(
          punished.stream()
              .limit(SHOWN)
              .map(r -> "`" + r.getFirst().names().name() + "`" + tested(book, r.getFirst(), 1))
              .collect(Collectors.joining(", ")));
      out.append(punished.size() > SHOWN ? " +" + (punished.size() - SHOWN) : "");
    }
    if (article.standing() != Article.Standing.CODIFIED) {
      String word = article.standing().name().toLowerCase(Locale.ROOT);
      Bilingual detail = InstrumentPage.detail(article);
      String facts =
          article.facts().stream().map(f -> "`" + f.name() + "`").collect(Collectors.joining(", "));
      out.insert(
          0,
          said(Words.say("standing." + word))
              + (facts.isEmpty() ? detail.isEmpty() ? "" : ": " + said(detail) : ": " + facts)
              + (out.isEmpty() ? "" : "<br>"));
    }
    return out.toString().replace("|", "\\|");
  }

  private static String tested(Book book, Rule rule, int shown) {
    Set<String> names = new TreeSet<>();
    book.tried(rule).forEach(t -> names.add(t.name().en()));
    List<String> some = names.stream().limit(shown).toList();
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > shown ? " +" + (names.size() - shown) : "";
    return " (" + String.join("; ", some) + more + ")";
  }

  private static String cell(Bilingual text) {
    String both = text.zh().equals(text.en()) ? text.zh() : text.zh() + "<br>" + text.en();
    return both.replace("|", "\\|");
  }

  private static String said(Bilingual text) {
    return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Account;
import org.hefu.model.Article;
import org.hefu.model.Article.Standing;
import org.hefu.model.Citation;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Declaration.Entry;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Pass: what each module's account says of the articles of its instrument. */
final class Accounts {
  private static final Map<String, Standing> STANDINGS =
      Map.ofEntries(
          Map.entry("definition", Standing.DEFINITION),
          Map.entry("术语", Standing.DEFINITION),
          Map.entry("evaluative", Standing.EVALUATIVE),
          Map.entry("判断", Standing.EVALUATIVE),
          Map.entry("deferred", Standing.DEFERRED),
          Map.entry("转致", Standing.DEFERRED),
          Map.entry("carried", Standing.CARRIED),
          Map.entry("体现", Standing.CARRIED),
          Map.entry("no_norm", Standing.NONE),
          Map.entry("无规范", Standing.NONE));

  private final World world;
  private final Definitions definitions;

  Accounts(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Account it) {
          account(scope, it);
        }
      }
    }
  }

  private void account(Scope scope, Declaration.Account syntax) {
    if (!scope.hasInstrument()) {
      world.report(Problem.of(Code.NO_INSTRUMENT, syntax.word()));
      return;
    }
    Citations citations = new Citations(world, scope);
    List<Entry> sound = new ArrayList<>();
    for (Entry entry : syntax.entries()) {
      boolean inRange =
          citations.isInRange(entry.first()) && entry.last().map(citations::isInRange).orElse(true);
      if (inRange && isWhole(entry)) {
        sound.add(entry);
      }
    }
    List<Article> articles = sound.stream().map(e -> article(scope, e)).toList();
    for (Instrument text : scope.texts) {
      List<Article> here = world.accounts.computeIfAbsent(text, _ -> new ArrayList<>());
      for (int i = 0; i < sound.size(); i++) {
        if (Citations.speaksOf(sound.get(i).first(), text)) {
          once(here, articles.get(i));
          here.add(articles.get(i));
        }
      }
    }
  }

  /** All accounts, as a policy holds them. */
  static List<Account> all(World world) {
    return world.accounts.entrySet().stream()
        .map(e -> new Account(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  private void once(List<Article> before, Article article) {
    for (Article first : before) {
      boolean isSame = first.first().equals(article.first());
      boolean within = first.isRange() && first.touches(article.first());
      boolean holds = article.isRange() && article.touches(first.first());
      if (isSame || within || holds) {
        world.report(
            Problem.of(Code.ARTICLE_TWICE, article.declared(), article.declared().text())
                .related(first.declared(), "first-here"));
        return;
      }
    }
  }

  private boolean isWhole(Entry entry) {
    Standing standing = standing(entry);
    if (standing == null) {
      return false;
    }
    Optional<Phrase> wrong = wrong(entry, standing);
    wrong.ifPresent(phrase ->
        world.report(
            Problem.of(Code.WRONG_ENTRY, entry.span(), entry.first().span().text(), phrase)));
    return wrong.isEmpty();
  }

  private static Optional<Phrase> wrong(Entry entry, Standing standing) {
    if (!isRising(entry)) {
      return Optional.of(new Phrase("entry-range"));
    }
    if (entry.text().isEmpty()) {
      return Optional.of(new Phrase("entry-text"));
    }
    if (entry.facts().isEmpty() == (standing == Standing.EVALUATIVE)) {
      return Optional.of(new Phrase("entry-facts"));
    }
    boolean elsewhere = standing == Standing.DEFERRED || standing == Standing.CARRIED;
    return entry.remark().isEmpty() == elsewhere
        ? Optional.of(new Phrase("entry-remark"))
        : Optional.empty();
  }

  private static boolean isRising(Entry entry) {
    return entry.last().isEmpty()
        || (isArticle(entry.first())
            && isArticle(entry.last().get())
            && entry.first().article() < entry.last().get().article());
  }

  private static boolean isArticle(org.hefu.syntax.Citation citation) {
    return citation.paragraph() == 0 && citation.item() == 0 && citation.heading().isEmpty();
  }

  private @Nullable Standing standing(Entry entry) {
    Optional<Name> word = entry.standing();
    if (word.isEmpty()) {
      return Standing.CODIFIED;
    }
    Standing standing = STANDINGS.get(word.get().text());
    if (standing == null) {
      String text = word.get().text();
      world.report(
          Problem.of(Code.UNKNOWN_STANDING, word.get().span(), text)
              .nearest(Nearest.to(text, STANDINGS.keySet())));
    }
    return standing;
  }

  private Article article(Scope scope, Entry entry) {
    Terms terms = new Terms(world, scope, definitions, Environment.NONE);
    List<Fact> facts = new ArrayList<>();
    for (Path path : entry.facts()) {
      terms.paths().fact(path).ifPresent(facts::add);
    }
    Citation first = Rules.citation(entry.first());
    Standing standing =
        entry.standing().map(w -> STANDINGS.get(w.text())).orElse(Standing.CODIFIED);
    return new Article(
        first,
        entry.last().map(Rules::citation).orElse(first),
        entry.text().map(Text::value).orElse(Bilingual.NONE),
        standing,
        List.copyOf(facts),
        entry.remark().map(Text::value).orElse(Bilingual.NONE),
        entry.first().span());
  }
}

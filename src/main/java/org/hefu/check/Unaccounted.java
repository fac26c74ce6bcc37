package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Article;
import org.hefu.model.Article.Standing;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.text.Span;

/**
 * Pass: where the account of an instrument's articles and its rules do not agree, or articles are
 * in neither.
 */
final class Unaccounted {
  private final World world;
  private final List<Scope> scopes;

  Unaccounted(World world, List<Scope> scopes) {
    this.world = world;
    this.scopes = scopes;
  }

  /** A citation of a rule, or of what follows when it is broken. */
  private record Cited(Citation citation, Optional<Declaration.Rule> rule, Span place) {}

  void run() {
    for (Scope scope : scopes) {
      Optional<Declaration.Account> syntax =
          scope.module.declarations().stream()
              .filter(Declaration.Account.class::isInstance)
              .map(Declaration.Account.class::cast)
              .findFirst();
      for (Instrument text : scope.texts) {
        List<Article> articles = world.accounts.get(text);
        if (articles != null && syntax.isPresent()) {
          List<Cited> cited = cited(scope, text);
          unknown(articles, cited);
          uncodified(articles, cited);
          leftOut(text, articles, syntax.get());
        }
      }
    }
  }

  private static List<Cited> cited(Scope scope, Instrument text) {
    List<Cited> cited = new ArrayList<>();
    for (Declaration declaration : scope.module.declarations()) {
      if (declaration instanceof Declaration.Rule rule) {
        add(rule.citations(), text, Optional.of(rule), cited);
        for (Clause clause : rule.clauses()) {
          if (clause instanceof Clause.Consequence it) {
            add(it.citations(), text, Optional.empty(), cited);
          }
        }
      }
    }
    return cited;
  }

  private static void add(
      List<org.hefu.syntax.Citation> citations,
      Instrument text,
      Optional<Declaration.Rule> rule,
      List<Cited> cited) {
    for (org.hefu.syntax.Citation each : citations) {
      if (Citations.speaksOf(each, text)) {
        cited.add(new Cited(Rules.citation(each), rule, each.span()));
      }
    }
  }

  /** A rule stands in an article of which the account does not speak. */
  private void unknown(List<Article> articles, List<Cited> cited) {
    for (Cited each : cited) {
      if (articles.stream().noneMatch(a -> a.touches(each.citation()))) {
        world.report(
            Problem.of(Code.UNACCOUNTED_ARTICLE, each.place(), each.place().text())
                .help("account"));
      }
    }
  }

  /** No rule states an article that needs one, or one states what is said to hold no norm. */
  private void uncodified(List<Article> articles, List<Cited> cited) {
    for (Article article : articles) {
      String said = article.declared().text();
      if (article.standing() == Standing.CODIFIED
          && cited.stream().noneMatch(c -> article.touches(c.citation()))) {
        world.report(Problem.of(Code.UNCODIFIED_ARTICLE, article.declared(), said));
      }
      if (article.standing() == Standing.NONE) {
        cited.stream()
            .filter(c -> c.rule().isPresent() && holds(article, c.citation()))
            .findFirst()
            .ifPresent(c ->
                world.report(
                    Problem.of(
                            Code.CONTRARY_ENTRY,
                            article.declared(),
                            said,
                            c.rule().orElseThrow().called().name().text())
                        .related(c.place(), "stands-here")));
      }
    }
  }

  private static boolean holds(Article article, Citation citation) {
    return article.isRange() ? article.touches(citation) : article.first().holds(citation);
  }

  /** Numbers that the instrument has, and nobody speaks of. */
  private void leftOut(Instrument text, List<Article> articles, Declaration.Account syntax) {
    List<String> missing = new ArrayList<>();
    int first = 0;
    for (int n = text.firstArticle(); text.lastArticle() > 0 && n <= text.lastArticle() + 1; n++) {
      Citation whole = new Citation(n, 0, 0, "");
      boolean isMissing =
          n <= text.lastArticle() && articles.stream().noneMatch(a -> a.touches(whole));
      if (isMissing && first == 0) {
        first = n;
      } else if (!isMissing && first != 0) {
        missing.add(first == n - 1 ? "" + first : first + "–" + (n - 1));
        first = 0;
      }
    }
    if (!missing.isEmpty()) {
      String said =
          text.version().map(v -> v.name() + ": ").orElse("") + String.join(", ", missing);
      world.report(Problem.of(Code.UNACCOUNTED_ARTICLE, syntax.word(), said).help("every-article"));
    }
  }
}

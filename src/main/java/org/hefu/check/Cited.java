package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Citation;
import org.hefu.model.Rule;

/** Which rules stand in an article, found without going through all of them. */
final class Cited {
  private record Article(String module, int number, String heading) {}

  private record Place(String module, Citation citation) {}

  private final Map<Article, List<Rule>> byArticle = new HashMap<>();
  private final Map<Place, List<Rule>> found = new HashMap<>();

  Cited(List<Rule> rules) {
    for (Rule rule : rules) {
      for (Citation each : rule.citations()) {
        List<Rule> there =
            byArticle.computeIfAbsent(
                article(rule.instrument().module(), each), _ -> new ArrayList<>());
        if (there.isEmpty() || !there.getLast().equals(rule)) {
          there.add(rule);
        }
      }
    }
  }

  private static Article article(String module, Citation citation) {
    return new Article(module, citation.article(), citation.heading());
  }

  /** Every citation of the module's rules. */
  List<Citation> all(String module) {
    return byArticle.entrySet().stream()
        .filter(e -> e.getKey().module().equals(module))
        .flatMap(e -> e.getValue().stream())
        .flatMap(r -> r.citations().stream())
        .distinct()
        .toList();
  }

  /** The rules of the module that stand in the article or in part of it; one list for each. */
  List<Rule> rules(String module, Citation citation) {
    return found.computeIfAbsent(
        new Place(module, citation),
        _ ->
            byArticle.getOrDefault(article(module, citation), List.of()).stream()
                .filter(r -> r.citations().stream().anyMatch(citation::holds))
                .toList());
  }
}

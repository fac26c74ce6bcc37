package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.jspecify.annotations.Nullable;

/** Which rules stand in an article, found without going through all of them. */
final class Cited {
  private record Article(Instrument instrument, int number, String heading) {}

  private record Place(Instrument instrument, Citation citation) {}

  private final Map<Article, List<Rule>> byArticle = new HashMap<>();
  private final Map<Place, List<Rule>> found = new HashMap<>();

  Cited(List<Rule> rules) {
    for (Rule rule : rules) {
      for (Citation each : rule.citations()) {
        List<Rule> there =
            byArticle.computeIfAbsent(article(rule.instrument(), each), _ -> new ArrayList<>());
        if (there.isEmpty() || !there.getLast().equals(rule)) {
          there.add(rule);
        }
      }
    }
  }

  private static Article article(Instrument instrument, Citation citation) {
    return new Article(instrument, citation.article(), citation.heading());
  }

  /** The rules of the instrument that stand in the article or in part of it; one list for each. */
  List<Rule> rules(@Nullable Instrument instrument, Citation citation) {
    return instrument == null
        ? List.of()
        : found.computeIfAbsent(
            new Place(instrument, citation),
            _ ->
                byArticle.getOrDefault(article(instrument, citation), List.of()).stream()
                    .filter(r -> r.citations().stream().anyMatch(citation::holds))
                    .toList());
  }
}

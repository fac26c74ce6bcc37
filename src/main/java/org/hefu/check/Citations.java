package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Instrument;
import org.hefu.model.Rank;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Citation;
import org.hefu.syntax.Declaration;
import org.hefu.text.Nearest;

/** Where a rule stands: in which texts of its instrument, and in which of their articles. */
final class Citations {
  private static final Set<Rank> UNNUMBERED = Set.of(Rank.CONTRACT, Rank.OWNER, Rank.INTERNAL);

  private final World world;
  private final Scope scope;

  Citations(World world, Scope scope) {
    this.world = world;
    this.scope = scope;
  }

  /** A citation that names no text stands in each; a rule stands in the texts it is cited from. */
  Map<Instrument, List<org.hefu.model.Citation>> of(Declaration.Rule syntax) {
    boolean isLaw = scope.texts.stream().anyMatch(t -> !UNNUMBERED.contains(t.rank()));
    if (syntax.citations().isEmpty() && isLaw) {
      world.report(Problem.of(Code.UNCITED_RULE, syntax.called().name().span()));
    }
    syntax.citations().forEach(this::version);
    Map<Instrument, List<org.hefu.model.Citation>> places = new LinkedHashMap<>();
    for (Instrument text : scope.texts) {
      List<org.hefu.model.Citation> here = new ArrayList<>();
      for (Citation each : syntax.citations()) {
        if (each.version().isEmpty() || text.isVersion(each.version().get().text())) {
          inRange(each, text);
          here.add(Rules.citation(each));
        }
      }
      if (!here.isEmpty() || syntax.citations().isEmpty()) {
        places.put(text, here);
      }
    }
    return places;
  }

  private void version(Citation citation) {
    citation
        .version()
        .filter(v -> scope.texts.stream().noneMatch(t -> t.isVersion(v.text())))
        .ifPresent(v ->
            world.report(
                Problem.of(Code.UNKNOWN_VERSION, v.span(), v.text())
                    .nearest(
                        Nearest.to(
                            v.text(),
                            scope.texts.stream()
                                .flatMap(t -> t.version().stream())
                                .map(n -> n.name())
                                .toList()))));
  }

  private void inRange(Citation citation, Instrument text) {
    boolean numbered = text.lastArticle() > 0 && citation.heading().isEmpty();
    if (numbered
        && (citation.article() < text.firstArticle() || citation.article() > text.lastArticle())) {
      world.report(
          Problem.of(
              Code.UNKNOWN_CITATION,
              citation.span(),
              citation.span().text(),
              text.firstArticle(),
              text.lastArticle()));
    }
  }
}

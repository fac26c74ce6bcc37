package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Instrument;
import org.hefu.model.Rank;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Citation;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Target;
import org.hefu.text.Nearest;

/** Where the rules of a module stand: in which texts of its instrument, and in which articles. */
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
    if (syntax.citations().isEmpty()
        && scope.texts.stream().anyMatch(t -> !UNNUMBERED.contains(t.rank()))) {
      world.report(Problem.of(Code.UNCITED_RULE, syntax.called().name().span()));
    }
    syntax.citations().forEach(this::isInRange);
    for (Clause clause : syntax.clauses()) {
      if (clause instanceof Clause.Consequence it) {
        it.citations().forEach(this::isInRange);
      }
    }
    Map<Instrument, List<org.hefu.model.Citation>> places = new LinkedHashMap<>();
    for (Instrument text : scope.texts) {
      List<org.hefu.model.Citation> here = new ArrayList<>();
      for (Citation each : syntax.citations()) {
        if (speaksOf(each, text)) {
          here.add(Rules.citation(each));
        }
      }
      if (!here.isEmpty() || syntax.citations().isEmpty()) {
        places.put(text, here);
      }
    }
    return places;
  }

  /** Do the texts it speaks of have the article, as far as they say what they have? Else told. */
  boolean isInRange(Citation citation) {
    List<Instrument> meant = scope.texts.stream().filter(t -> speaksOf(citation, t)).toList();
    if (meant.isEmpty() && !scope.texts.isEmpty()) {
      noVersion(citation);
      return false;
    }
    citation
        .version()
        .ifPresent(v -> meant.forEach(text -> world.uses.note(v.span(), text.declared())));
    Optional<Instrument> without = meant.stream().filter(t -> !has(t, citation)).findFirst();
    without.ifPresent(text ->
        world.report(
            Problem.of(
                Code.UNKNOWN_CITATION,
                citation.span(),
                citation.span().text(),
                text.firstArticle(),
                text.lastArticle())));
    return without.isEmpty();
  }

  static boolean speaksOf(Citation citation, Instrument text) {
    return citation.version().isEmpty() || text.isVersion(citation.version().get().text());
  }

  private static boolean has(Instrument text, Citation citation) {
    return text.lastArticle() == 0
        || !citation.heading().isEmpty()
        || (citation.article() >= text.firstArticle() && citation.article() <= text.lastArticle());
  }

  private void noVersion(Citation citation) {
    List<String> versions =
        scope.texts.stream().flatMap(t -> t.version().stream()).map(n -> n.name()).toList();
    citation
        .version()
        .ifPresent(v ->
            world.report(
                Problem.of(Code.UNKNOWN_VERSION, v.span(), v.text())
                    .nearest(Nearest.to(v.text(), versions))));
  }

  /** Reports that no rule answers to the target, with the heading that may have been meant. */
  static void unknown(Target target, List<org.hefu.model.Citation> known, World world) {
    String heading = target.citation().map(Citation::heading).orElse("");
    Problem problem =
        Problem.of(Code.UNKNOWN_TARGET, target.span(), "`" + target.span().text() + "`");
    List<String> headings =
        known.stream()
            .map(org.hefu.model.Citation::heading)
            .filter(h -> !h.isEmpty())
            .distinct()
            .toList();
    world.report(heading.isEmpty() ? problem : problem.nearest(Nearest.to(heading, headings)));
  }
}

package org.hefu.check;

import java.util.List;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Target;
import org.hefu.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Whether there is what a citation names. */
final class Citations {
  private Citations() {}

  /** Does the instrument have the article, as far as it says which it has? If not, that is told. */
  static boolean inRange(
      org.hefu.syntax.Citation citation, @Nullable Instrument instrument, World world) {
    if (instrument == null
        || instrument.lastArticle() == 0
        || !citation.heading().isEmpty()
        || (citation.article() >= instrument.firstArticle()
            && citation.article() <= instrument.lastArticle())) {
      return true;
    }
    world.report(
        Problem.of(
            Code.UNKNOWN_CITATION,
            citation.span(),
            citation.span().text(),
            instrument.firstArticle(),
            instrument.lastArticle()));
    return false;
  }

  /** Reports that no rule answers to the target, with the heading that may have been meant. */
  static void unknown(Target target, List<Citation> known, World world) {
    String heading = target.citation().map(org.hefu.syntax.Citation::heading).orElse("");
    Problem problem =
        Problem.of(Code.UNKNOWN_TARGET, target.span(), "`" + target.span().text() + "`");
    List<String> headings =
        known.stream().map(Citation::heading).filter(h -> !h.isEmpty()).distinct().toList();
    world.report(heading.isEmpty() ? problem : problem.nearest(Nearest.to(heading, headings)));
  }
}

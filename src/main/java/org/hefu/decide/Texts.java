package org.hefu.decide;

import java.time.LocalDate;
import java.util.List;
import org.hefu.decide.Page.Style;
import org.hefu.model.Instrument;
import org.hefu.model.Rank;

/**
 * Which texts were applied, in which version, what weight they have, and what this answer is not.
 */
final class Texts {
  private static final int HASH = 16;

  private Texts() {}

  static void write(Decision decision, Page page) {
    page.heading("texts", decision.on());
    if (decision.versions().isEmpty()) {
      page.text(2, page.say("no-texts"));
    }
    for (Instrument instrument : decision.versions()) {
      String said =
          Cite.title(instrument, page.language())
              + page.say("dot")
              + Norms.standing(instrument, page);
      page.item(2, "•", Style.PLAIN, Style.PLAIN, said);
      if (!instrument.source().isEmpty()) {
        page.text(4, Style.FAINT, instrument.source());
      }
    }
    for (Instrument instrument : decision.policy().instruments()) {
      boolean asked = decision.using().contains(instrument.module());
      if (instrument.isDraft()) {
        page.item(
            2,
            "!",
            Style.CARE,
            Style.PLAIN,
            page.say("draft", Cite.plainTitle(instrument, page.language())));
      } else if (asked && !decision.versions().contains(instrument)) {
        page.item(
            2,
            "!",
            Style.CARE,
            Style.PLAIN,
            page.say("not-in-force", Cite.title(instrument, page.language())));
      }
    }
    cautions(decision, page);
    page.gap();
    page.text(0, Style.FAINT, page.say("not-legal-advice"));
    page.text(
        0,
        Style.FAINT,
        page.say(
            "hashes",
            decision.policyHash().substring(0, HASH),
            decision.flowHash().substring(0, HASH)));
  }

  private static void cautions(Decision decision, Page page) {
    List<Rank> ranks =
        decision.findings().stream()
            .filter(Finding::operative)
            .map(f -> f.rule().instrument().rank())
            .distinct()
            .toList();
    if (ranks.contains(Rank.GUIDANCE) || ranks.contains(Rank.NORMATIVE_DOCUMENT)) {
      page.item(2, "!", Style.CARE, Style.PLAIN, page.say("guidance"));
    }
    if (ranks.contains(Rank.CONTRACT)
        || ranks.contains(Rank.OWNER)
        || ranks.contains(Rank.INTERNAL)) {
      page.item(2, "!", Style.CARE, Style.PLAIN, page.say("private"));
    }
  }

  static String date(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}

package org.hefu.decide;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.decide.Page.Style;
import org.hefu.model.Instrument;
import org.hefu.model.Rank;

/**
 * Which texts were applied, in which version, what weight they have, and what this answer is not.
 */
final class Texts {
  private static final int HASH = 16;
  private static final int LOADED = 40;

  private Texts() {}

  static void write(Decision decision, Page page) {
    page.heading("texts", decision.on());
    if (decision.versions().isEmpty()) {
      page.text(2, page.say("no-texts"));
      loaded(loaded(decision), page);
    }
    Set<Instrument> relied = relied(decision);
    for (Instrument instrument : decision.versions()) {
      if (relied.contains(instrument)) {
        text(instrument, page);
      }
    }
    others(decision, relied, page);
    for (Instrument draft : decision.drafts()) {
      String title = Cite.plainTitle(draft, page.language());
      page.item(2, "!", Style.CARE, Style.PLAIN, page.say("draft", title));
    }
    for (Instrument instrument : decision.policy().instruments()) {
      boolean asked = decision.using().contains(instrument.module());
      if (asked && !instrument.isDraft() && !decision.versions().contains(instrument)) {
        String title = Cite.title(instrument, page.language());
        String reach = reach(instrument, page);
        page.item(2, "!", Style.CARE, Style.PLAIN, page.say("not-in-force", title, reach));
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
            decision.hashes().policy().substring(0, HASH),
            decision.hashes().flow().substring(0, HASH)));
  }

  /** Where none applies: the law that is loaded, so that nobody takes a gap in it for freedom. */
  static List<Instrument> loaded(Decision decision) {
    return decision.versions().isEmpty() && decision.using().isEmpty()
        ? decision.policy().instruments().stream().filter(i -> !i.isDraft()).toList()
        : List.of();
  }

  private static void loaded(List<Instrument> texts, Page page) {
    if (texts.isEmpty()) {
      return;
    }
    String said =
        texts.stream()
            .limit(LOADED)
            .map(i -> page.say("loaded-text", Cite.title(i, page.language()), reach(i, page)))
            .collect(Collectors.joining(page.say("semicolon")));
    String more = texts.size() > LOADED ? page.say("loaded-more", texts.size() - LOADED) : "";
    page.text(2, Style.FAINT, page.say("loaded", said + more));
  }

  /** When and where it applies. */
  private static String reach(Instrument instrument, Page page) {
    String from = page.say("since", date(instrument.from()));
    String to = instrument.to() == Long.MAX_VALUE ? "" : page.say("until", date(instrument.to()));
    return from
        + to
        + instrument
            .territory()
            .map(t -> page.say("in-place", t.place().names().label()))
            .orElse("");
  }

  private static void text(Instrument instrument, Page page) {
    String title = Cite.title(instrument, page.language());
    String said = title + page.say("dot") + Norms.standing(instrument, page);
    page.item(2, "•", Style.PLAIN, Style.PLAIN, said);
    if (!instrument.source().isEmpty()) {
      page.text(4, Style.FAINT, instrument.source());
    }
  }

  /**
   * The texts whose rules bear on the flow; what only might have applied and did not is no such.
   */
  private static Set<Instrument> relied(Decision decision) {
    Set<Instrument> relied = new HashSet<>();
    Stream.of(decision.findings(), decision.duties(), decision.advice())
        .flatMap(List::stream)
        .filter(f -> f.standing() != Finding.Standing.NOT_APPLIED)
        .forEach(f -> relied.add(f.rule().instrument()));
    decision.presumptions().forEach(p -> relied.add(p.rule().instrument()));
    return relied;
  }

  private static void others(Decision decision, Set<Instrument> relied, Page page) {
    List<String> titles =
        decision.versions().stream()
            .filter(i -> !relied.contains(i))
            .map(i -> Cite.title(i, page.language()))
            .toList();
    if (!titles.isEmpty()) {
      String joined = String.join(page.say("semicolon"), titles);
      page.text(2, Style.FAINT, page.say("other-texts", joined));
    }
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

package org.hefu.decide;

import java.util.LinkedHashSet;
import java.util.Set;
import org.hefu.decide.Page.Style;
import org.hefu.model.Citation;

/** Texts that differ, where neither is higher: what each says, who decides, and what is safe. */
final class Conflicts {
  private Conflicts() {}

  static void write(Decision decision, Page page) {
    if (decision.conflicts().isEmpty()) {
      return;
    }
    page.heading("conflicts");
    for (Conflict each : decision.conflicts()) {
      page.item(2, "§", Style.OPEN, Style.STRONG, between(each, page));
      side(each.one(), page);
      side(each.other(), page);
      page.text(4, page.say("conflict.decided-by", decidedBy(each, page)));
      if (!decision.missing().isEmpty()) {
        page.text(4, page.say("conflict.perhaps"));
      }
      page.text(4, page.say("conflict.safe", title(each.safe(), page), outcome(each.safe(), page)));
    }
  }

  /** 《…规定》（部门规章）与《…条例》（地方性法规）. */
  static String between(Conflict conflict, Page page) {
    return page.say(
        "conflict.between", ranked(conflict.one(), page), ranked(conflict.other(), page));
  }

  static String decidedBy(Conflict conflict, Page page) {
    return page.say("arbiter." + conflict.arbiter().word());
  }

  /** As short as a headline. */
  static String decidedByWhom(Conflict conflict, Page page) {
    return page.say("arbiter.short." + conflict.arbiter().word());
  }

  private static void side(Conflict.Side side, Page page) {
    Set<Citation> citations = new LinkedHashSet<>();
    side.rules().forEach(r -> citations.addAll(r.citations()));
    String cited = Cite.articles(citations, page.language());
    String by = citations.isEmpty() ? "" : page.say("by-in-brackets", cited);
    page.text(4, page.say("conflict.alone", title(side, page), outcome(side, page) + by));
  }

  private static String ranked(Conflict.Side side, Page page) {
    String rank = side.instrument().rank().label().in(page.language());
    return title(side, page) + page.say("by-in-brackets", rank);
  }

  private static String title(Conflict.Side side, Page page) {
    return Cite.title(side.instrument(), page.language());
  }

  private static String outcome(Conflict.Side side, Page page) {
    return side.outcome().label().in(page.language());
  }
}

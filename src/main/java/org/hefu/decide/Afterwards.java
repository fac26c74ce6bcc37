package org.hefu.decide;

import java.util.List;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Effect;
import org.hefu.model.Outcome;
import org.hefu.model.Period;

/** What continues once the act is done, and what is encouraged. */
final class Afterwards {
  private Afterwards() {}

  static void write(Decision decision, Page page) {
    boolean isDone = Headline.isCompleted(decision);
    if (decision.outcome() != Outcome.PROHIBITED || isDone) {
      list(decision.duties(), decision.deadlines(), isDone ? "duties-now" : "duties", page);
    }
    list(decision.advice(), List.of(), "advice", page);
  }

  private static void list(
      List<Finding> findings, List<Deadline> deadlines, String heading, Page page) {
    if (findings.isEmpty()) {
      return;
    }
    page.heading(heading);
    for (Finding finding : findings) {
      String perhaps = finding.standing() == Standing.UNKNOWN ? page.say("perhaps") : "";
      String by = page.say("by-in-brackets", Cite.rule(finding.rule(), page.language()));
      page.item(
          2,
          "•",
          Style.PLAIN,
          Style.PLAIN,
          perhaps + said(finding.rule().effect(), page) + due(finding, deadlines, page) + by);
    }
  }

  private static String due(Finding finding, List<Deadline> deadlines, Page page) {
    return deadlines.stream()
        .filter(d -> d.rule().equals(finding.rule()))
        .findFirst()
        .map(d -> d.done() == Truth.TRUE ? page.say("fulfilled") : due(d, page))
        .orElse("");
  }

  private static String due(Deadline deadline, Page page) {
    return deadline.due().map(day -> page.say("due", day)).orElse("");
  }

  static String said(Effect effect, Page page) {
    return switch (effect) {
      case Effect.Oblige(var duty, var within, _, _, _) when within.isPresent() -> {
        long coded = within.getAsLong();
        String time = Period.of(coded).said(Period.amount(coded), page.language());
        yield page.say("within", duty, time);
      }
      case Effect.Oblige(var duty, _, _, _, _) -> duty.in(page.language());
      case Effect.Advise(var text) -> text.in(page.language());
      default -> "";
    };
  }
}

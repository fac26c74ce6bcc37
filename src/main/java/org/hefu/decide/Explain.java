package org.hefu.decide;

import org.hefu.model.Outcome;
import org.hefu.text.Language;

/** A decision and its reasons in words: the answer first, then what to do, then why. */
public final class Explain {
  private Explain() {}

  /** Gets the words of a language, which takes a while the first time. */
  public static void prepare(Language language) {
    new Page(Look.plain(language));
  }

  /** Everything that a lawyer asks for. */
  public static String text(Decision decision, Look look) {
    Page page = new Page(look);
    Headline.write(decision, page);
    Overdue.write(decision, page);
    next(decision, page);
    why(decision, page);
    Afterwards.write(decision, page);
    Consequences.write(decision, page);
    Texts.write(decision, page);
    return page.toString();
  }

  /** The reasons; of a flow with parts, each part apart. */
  private static void why(Decision decision, Page page) {
    for (Decision.Part part : decision.parts()) {
      page.heading("part", part.name());
      Headline.write(part.decision(), page);
      next(part.decision(), page);
      why(part.decision(), page);
    }
    if (decision.parts().isEmpty()) {
      Grants.write(decision, page);
      Norms.write(decision, page);
      Counts.write(decision, page);
      Exceptions.write(decision, page);
      Defeats.write(decision, page);
      Presumed.write(decision, page);
    }
  }

  /** The answer, what to do first, and what to find out. */
  public static String brief(Decision decision, Look look) {
    Page page = new Page(look);
    Headline.write(decision, page);
    Overdue.write(decision, page);
    next(decision, page);
    return page.toString();
  }

  /**
   * What to do next: where the answer is open, first what to find out. Apart from it, what drafts
   * would change.
   */
  private static void next(Decision decision, Page page) {
    Conflicts.write(decision, page);
    if (decision.outcome() == Outcome.UNDETERMINED) {
      Unknowns.write(decision, page);
      ToDo.write(decision, page);
    } else {
      Tested.branches(decision, page);
      ToDo.write(decision, page);
      Unknowns.write(decision, page);
    }
    Adopted.write(decision, page);
  }
}

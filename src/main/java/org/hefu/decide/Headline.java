package org.hefu.decide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;

/** The answer: the outcome, whether to go ahead, and a sentence for the file. */
final class Headline {
  private static final int CITED = 4;

  private Headline() {}

  static void write(Decision decision, Page page) {
    boolean broken = decision.outcome() == Outcome.PROHIBITED && isCompleted(decision);
    String go =
        broken ? "broken" : decision.isUnsettled() ? "unsettled" : decision.outcome().word();
    page.item(
        0,
        "●",
        style(decision.outcome()),
        Style.STRONG,
        label(decision, page) + page.say("go." + go));
    page.text(2, conclusion(decision, page));
    if (!decision.using().isEmpty()) {
      page.text(2, page.say("using", String.join(", ", decision.using())));
    }
    decision.parts().forEach(p -> part(p, page));
  }

  /** The outcome of a part on a line. */
  private static void part(Decision.Part part, Page page) {
    Outcome outcome = part.decision().outcome();
    String said = part.name() + page.say("colon") + outcome.label().in(page.language());
    page.item(2, "●", style(outcome), Style.PLAIN, said);
  }

  private static String label(Decision decision, Page page) {
    return decision.outcome().label().in(page.language()) + page.say("colon");
  }

  private static Style style(Outcome outcome) {
    return switch (outcome) {
      case PERMITTED -> Style.GOOD;
      case CONDITIONAL -> Style.CARE;
      case PROHIBITED -> Style.BAD;
      case UNDETERMINED, UNREGULATED -> Style.OPEN;
    };
  }

  static String conclusion(Decision decision, Page page) {
    String said =
        page.say("conclusion", decision.on(), act(decision, page), sentence(decision, page))
            + drafts(decision, page)
            + forbidsNothing(decision, page);
    boolean isOpen = decision.outcome() == Outcome.UNDETERMINED && !decision.isUnsettled();
    List<Rule> rules =
        decision.findings().stream()
            .filter(f -> f.operative() && (!isOpen || f.standing() == Standing.UNKNOWN))
            .map(Finding::rule)
            .toList();
    String tested = Tested.sentence(decision, page);
    if (rules.isEmpty()) {
      return said + tested;
    }
    if (Tested.holds(decision)) {
      List<Rule> others = alternatives(decision);
      if (!others.isEmpty()) {
        List<Rule> certain = rules.stream().filter(r -> !others.contains(r)).toList();
        return said + Tested.basis(certain, others, page) + tested;
      }
    }
    String cited = Cite.rules(rules.subList(0, Math.min(CITED, rules.size())), page.language());
    boolean several = rules.size() > CITED;
    String key =
        isOpen ? several ? "open-among-others" : "open" : several ? "cited-among-others" : "cited";
    return said + page.say(key, cited) + tested;
  }

  private static List<Rule> alternatives(Decision decision) {
    return decision.findings().stream().filter(Tested::isAlternative).map(Finding::rule).toList();
  }

  private static String sentence(Decision decision, Page page) {
    Outcome outcome = decision.outcome();
    if (decision.isUnsettled()) {
      Conflict first = decision.conflicts().getFirst();
      return page.say(
          "sentence.unsettled",
          Conflicts.between(first, page),
          Conflicts.decidedByWhom(first, page),
          first.safe().outcome().label().in(page.language()));
    }
    if (outcome == Outcome.PROHIBITED && isCompleted(decision)) {
      return page.say("sentence.broken");
    }
    if (outcome == Outcome.PERMITTED
        && decision.findings().stream().noneMatch(Finding::operative)) {
      return page.say("sentence.unopposed");
    }
    long open = decision.requirements().stream().filter(r -> r.certain() && r.isOpen()).count();
    return open == 0 && outcome == Outcome.CONDITIONAL
        ? page.say("sentence.branches")
        : page.say("sentence." + outcome.word(), open);
  }

  /** That a text asked for is a draft. */
  private static String drafts(Decision decision, Page page) {
    return decision.policy().instruments().stream()
        .filter(i -> i.isDraft() && decision.using().contains(i.module()))
        .map(i -> page.say("asked-draft", Cite.plainTitle(i, page.language())))
        .collect(Collectors.joining());
  }

  /** Who asks some texts only asks whether they forbid it. */
  private static String forbidsNothing(Decision decision, Page page) {
    Outcome outcome = decision.outcome();
    boolean isFree = outcome == Outcome.PERMITTED || outcome == Outcome.UNREGULATED;
    return isFree && !decision.using().isEmpty() ? page.say("asked-forbid-nothing") : "";
  }

  private static String act(Decision decision, Page page) {
    Fact act = decision.policy().request().act();
    Set<String> acts = new LinkedHashSet<>();
    acts.add(said(decision, act).in(page.language()));
    decision.parts().forEach(p -> acts.add(said(p.decision(), act).in(page.language())));
    acts.remove("");
    return String.join(page.say("comma"), acts);
  }

  /** Has the act been done already? */
  static boolean isCompleted(Decision decision) {
    return said(decision, decision.policy().request().stage()).equals(completed(decision));
  }

  private static Bilingual completed(Decision decision) {
    Kind stages = ((Type.Of) decision.policy().request().stage().type()).kind();
    return stages.member("completed").orElseThrow().names().label();
  }

  private static Bilingual said(Decision decision, Fact fact) {
    return decision.facts().stream()
        .filter(f -> f.fact().equals(fact))
        .flatMap(f -> f.value().stream())
        .findFirst()
        .orElse(Bilingual.NONE);
  }
}

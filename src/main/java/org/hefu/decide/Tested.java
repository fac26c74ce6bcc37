package org.hefu.decide;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Page.Style;
import org.hefu.decide.Settling.Branch;
import org.hefu.decide.Settling.Value;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Type;

/** What came of trying out what the unknown facts and the open points of law could be. */
final class Tested {
  private static final int CITED = 4;
  private static final Pattern DIGITS = Pattern.compile("\\d{4,}(?:\\.\\d+)?");

  private Tested() {}

  /** The unknown that changes nothing, as a sentence; nothing where the answer stays open. */
  static String sentence(Decision decision, Page page) {
    List<Missing> doesNotMatter =
        decision.settling().stream()
            .flatMap(s ->
                switch (s) {
                  case Settling.Settled(var unknown) -> unknown.stream();
                  case Settling.Branches(var unknown, _, _, _) -> unknown.stream();
                  case Settling.Open _, Settling.PastBound _ -> Stream.empty();
                })
            .toList();
    return doesNotMatter.isEmpty() ? "" : page.say("does-not-matter", names(doesNotMatter, page));
  }

  /** Does the answer hold, though something it may rest on is open? */
  static boolean holds(Decision decision) {
    return decision
        .settling()
        .map(s -> s instanceof Settling.Settled || s instanceof Settling.Branches)
        .orElse(false);
  }

  /** May the rule, or another one, be what the answer rests on? */
  static boolean isAlternative(Finding finding) {
    return finding.operative() && finding.standing() == Standing.UNKNOWN;
  }

  /** What is to be done first, branch by branch. */
  static void branches(Decision decision, Page page) {
    if (!(decision.settling().orElse(null)
        instanceof Settling.Branches(_, var splitBy, var branches, var more))) {
      return;
    }
    page.heading("branches", names(splitBy, page));
    for (Branch branch : branches) {
      for (List<Value> each : branch.cases()) {
        String said =
            each.stream()
                .map(v -> value(v, page))
                .collect(Collectors.joining(page.say("semicolon")));
        page.item(2, "?", Style.OPEN, Style.PLAIN, said);
      }
      branch.requirements().stream()
          .map(choices -> choices(choices, page))
          .forEach(said -> page.item(4, "→", Style.STRONG, Style.STRONG, said));
    }
    if (more) {
      page.text(2, page.say("more-branches"));
    }
  }

  private static String value(Value value, Page page) {
    String said = value.said().in(page.language());
    boolean counts =
        value.of() instanceof Missing.OfFact(var fact, _, _) && fact.type() instanceof Type.Number;
    return name(value.of(), page) + page.say("colon") + (counts ? grouped(said) : said);
  }

  private static String grouped(String said) {
    return DIGITS.matcher(said).replaceAll(m -> Condition.grouped(m.group()));
  }

  private static String choices(List<Procedure> choices, Page page) {
    return choices.stream()
        .map(p -> p.names().in(page.language()))
        .collect(Collectors.joining(page.say("or")));
  }

  /** What would settle an answer that stays open. */
  static void sufficient(Decision decision, Page page) {
    switch (decision.settling().orElse(null)) {
      case Settling.Open(var facts, var law, var enough) -> {
        if (facts.isEmpty()) {
          String open = names(law, page);
          page.text(2, law.isEmpty() ? page.say("nothing-settles") : page.say("law-settles", open));
        } else {
          page.text(2, page.say("settles", names(facts, page)));
        }
        enough.forEach(
            e -> page.text(2, page.say("enough", value(e.value(), page), e.outcome().label())));
      }
      case Settling.PastBound(var bound) -> page.text(2, page.say("past-bound", bound));
      case Settling.Settled _, Settling.Branches _ -> {}
      case null -> {}
    }
  }

  private static String names(List<? extends Missing> unknown, Page page) {
    return unknown.stream().map(m -> name(m, page)).collect(Collectors.joining(page.say("comma")));
  }

  private static String name(Missing missing, Page page) {
    return switch (missing) {
      case Missing.OfFact(var fact, _, _) -> fact.label(page.language());
      case Missing.OfLaw(var question, _) -> question.names().in(page.language());
    };
  }

  /** On what the answer rests: the rules that apply for certain, and those that may. */
  static String basis(List<Rule> certain, List<Rule> others, Page page) {
    String some = cited(others, page);
    return certain.isEmpty()
        ? page.say("cited-either", some)
        : page.say("cited-and-either", cited(certain, page), some);
  }

  private static String cited(List<Rule> rules, Page page) {
    String said = Cite.rules(rules.subList(0, Math.min(CITED, rules.size())), page.language());
    return rules.size() > CITED ? page.say("and-others", said) : said;
  }
}

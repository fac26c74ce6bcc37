package org.hefu.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Page.Style;
import org.hefu.decide.Requirement.Choice;
import org.hefu.model.Rule;
import org.hefu.text.Language;

/** What drafts would change if they were adopted, apart from the answer, for they are no law. */
final class Adopted {
  private Adopted() {}

  static void write(Decision decision, Page page) {
    decision.ifAdopted().ifPresent(adopted -> write(decision, adopted, page));
  }

  private static void write(Decision decision, IfAdopted adopted, Page page) {
    page.heading("if-adopted");
    if (adopted.drafts().isEmpty()) {
      page.text(2, page.say("adopted.none"));
      return;
    }
    page.item(2, "○", Style.OPEN, Style.PLAIN, sentence(decision, adopted, page));
    Set<String> told = new HashSet<>();
    for (Rule rule : adopted.rules()) {
      if (told.add(rule.name())) {
        String label = rule.names().in(page.language());
        String said = Cite.rule(rule, page.language()) + page.say("dot") + label;
        page.item(4, "•", Style.PLAIN, Style.PLAIN, said);
      }
    }
    List<String> more = more(decision, adopted, page.language());
    if (!more.isEmpty()) {
      page.text(4, page.say("adopted.requires", String.join(page.say("semicolon"), more)));
    }
    Set<String> open = open(adopted, page.language());
    if (!open.isEmpty()) {
      page.text(4, page.say("adopted.hangs-on", String.join(page.say("semicolon"), open)));
    }
    for (Conflict each : adopted.decision().conflicts()) {
      page.text(4, page.say("adopted.conflict", Conflicts.between(each, page)));
    }
    page.text(4, Style.FAINT, page.say("adopted.caution"));
  }

  /** Whether the answer would be another. */
  static String sentence(Decision decision, IfAdopted adopted, Page page) {
    String titles =
        String.join(
            page.say("comma"),
            adopted.drafts().stream().map(d -> Cite.title(d, page.language())).toList());
    String key = decision.outcome() == adopted.outcome() ? "adopted.same" : "adopted.changed";
    return page.say(key, titles, adopted.outcome().label().in(page.language()));
  }

  /** What would have to be done that the law in force does not ask for. */
  private static List<String> more(Decision decision, IfAdopted adopted, Language language) {
    Set<List<Choice>> asked = new HashSet<>();
    decision.requirements().forEach(r -> asked.add(r.choices()));
    List<String> more = new ArrayList<>();
    for (Requirement requirement : adopted.decision().requirements()) {
      if (requirement.isOpen() && !asked.contains(requirement.choices())) {
        List<String> labels =
            requirement.choices().stream().map(c -> c.procedure().names().in(language)).toList();
        more.add(String.join(" / ", labels));
      }
    }
    return more;
  }

  private static Set<String> open(IfAdopted adopted, Language language) {
    Set<String> open = new LinkedHashSet<>();
    for (Missing missing : adopted.decision().missing()) {
      open.add(
          switch (missing) {
            case Missing.OfFact(var fact, _, _) -> fact.label(language);
            case Missing.OfLaw(var question, _) -> question.names().in(language);
          });
    }
    return open;
  }
}

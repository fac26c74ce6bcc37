package org.hefu.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hefu.decide.Page.Style;
import org.hefu.decide.Requirement.Choice;
import org.hefu.text.Bilingual;

/** What must be done before the act, in order, and what has been done. */
final class ToDo {
  private ToDo() {}

  static void write(Decision decision, Page page) {
    List<Requirement> open = decision.requirements().stream().filter(Requirement::isOpen).toList();
    List<Requirement> certain = open.stream().filter(Requirement::certain).toList();
    List<Requirement> possible = open.stream().filter(r -> !r.certain()).toList();
    list(certain, Headline.isCompleted(decision) ? "should-have-been-done" : "to-do", page);
    list(possible, "perhaps-to-do", page);
    done(decision, page);
  }

  private static void list(List<Requirement> requirements, String heading, Page page) {
    if (requirements.isEmpty()) {
      return;
    }
    page.heading(heading);
    int number = 1;
    for (Requirement requirement : requirements) {
      String mark = number++ + ".";
      boolean any = requirement.choices().size() > 1;
      if (any) {
        page.item(2, mark, Style.STRONG, Style.STRONG, page.say("any-of"));
      }
      for (Choice choice : requirement.choices()) {
        choice(choice, any ? "–" : mark, any ? 5 : 2, page);
      }
      page.text(5, Style.FAINT, page.say("by", Cite.rules(requirement.rules(), page.language())));
    }
  }

  private static void choice(Choice choice, String mark, int indent, Page page) {
    String label = choice.procedure().names().in(page.language());
    String status = page.say(choice.met() == Truth.FALSE ? "not-done" : "not-confirmed");
    page.item(indent, mark, Style.STRONG, Style.STRONG, label + status);
    String notes = notes(choice.procedure().notes(), page);
    if (!notes.isEmpty()) {
      page.text(indent + mark.length() + 1, notes);
    }
  }

  private static String notes(Map<String, Bilingual> notes, Page page) {
    List<String> said = new ArrayList<>();
    for (String key : List.of("authority", "form", "deadline", "source")) {
      Bilingual note = notes.get(key);
      if (note != null) {
        said.add(page.say("note." + key, note));
      }
    }
    return String.join(page.say("semicolon"), said);
  }

  private static void done(Decision decision, Page page) {
    List<Requirement> done = decision.requirements().stream().filter(r -> !r.isOpen()).toList();
    if (done.isEmpty()) {
      return;
    }
    page.heading("done");
    for (Requirement requirement : done) {
      List<String> labels =
          requirement.choices().stream()
              .filter(c -> c.met() == Truth.TRUE)
              .map(c -> c.procedure().names().in(page.language()))
              .toList();
      String said = String.join(page.say("comma"), labels);
      page.item(
          2,
          "✓",
          Style.GOOD,
          Style.PLAIN,
          said + page.say("by-in-brackets", Cite.rules(requirement.rules(), page.language())));
    }
  }
}

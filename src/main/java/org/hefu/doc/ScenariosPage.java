package org.hefu.doc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hefu.model.Rule;
import org.hefu.text.Bilingual;

/** Every scenario with its answer and the rules that apply in it. */
final class ScenariosPage {
  private ScenariosPage() {}

  static String of(Book book, Map<Trial, Integer> numbers) {
    Html page = Frame.open(Words.say("scenarios"));
    page.element("p", Words.say("scenarios-lead", book.trials().size()), "class", "lead");
    Map<String, List<Trial>> modules =
        book.trials().stream()
            .collect(
                Collectors.groupingBy(
                    t -> t.scenario().module(), LinkedHashMap::new, Collectors.toList()));
    modules.forEach((module, trials) -> {
      page.element("h2", module);
      for (Trial each : trials) {
        page.open("details", "class", "scenario", "id", "s" + numbers.get(each)).open("summary");
        page.element("span", each.outcome().label(), "class", "outcome " + each.outcome().word());
        each.scenario().caseId().ifPresent(id -> page.element("span", id, "class", "chip"));
        page.both(each.scenario().title()).close();
        rules(each, page);
        page.element("pre", each.scenario().declared().text()).close().line();
      }
    });
    return Frame.close(page);
  }

  private static void rules(Trial trial, Html page) {
    if (trial.scenario().withDrafts()) {
      page.element("p", Words.say("if-adopted"));
    }
    page.open("ul", "class", "rules");
    for (Rule each : trial.rules()) {
      Bilingual cited = Places.cited(each);
      page.open("li").link(Places.rule(each), each.names().label()).text(" ");
      page.element("span", cited, "class", "cite").close();
    }
    page.close();
  }
}

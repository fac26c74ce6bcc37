package org.hefu.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.Golden;
import org.hefu.Load;
import org.hefu.RunScenarios;
import org.hefu.engine.Program;
import org.hefu.model.Instrument;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages of the library: whole, linked, in both languages, and the coverage as it stands in
 * docs.
 */
class SiteTest {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile(" href=\"([^\"]+)\"");
  private static final Pattern SPAN = Pattern.compile("<span lang=\"(zh|en)\">([^<]*)</span>");

  private static Book book;
  private static Map<String, String> site;

  @BeforeAll
  static void make() {
    Policy policy = Load.paths(List.of(Path.of("stdlib")), false).policy().orElseThrow();
    Program program = Program.of(policy);
    List<Trial> trials = new ArrayList<>();
    for (Scenario scenario : policy.scenarios()) {
      trials.add(Trial.of(scenario, RunScenarios.one(program, scenario).decision()));
    }
    book = new Book(policy, trials);
    site = Site.of(book);
  }

  @Test
  void theCoverageInTheDocumentationIsThatOfTheLibrary() throws Exception {
    Golden.matches(Path.of("docs/coverage.md"), Coverage.page(book));
  }

  @Test
  void everyTextOfTheLibraryHasAnAccount() {
    Set<String> without = new TreeSet<>();
    for (Instrument instrument : book.instruments()) {
      // What only scenarios use is invented for them.
      boolean invented = instrument.module().startsWith("scenarios.");
      if (!invented && book.articles(instrument).isEmpty()) {
        without.add(instrument.module());
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void everyRowOfTheCoverageSaysWhatBecameOfTheArticle() {
    Pattern row = Pattern.compile("\\| .* \\| .* \\|(.*)\\|");
    List<String> rows =
        Coverage.page(book)
            .lines()
            .filter(l -> l.startsWith("| ") && !l.contains(" Article | "))
            .toList();
    assertTrue(rows.size() > 700, () -> rows.size() + " rows");
    assertEquals(
        List.of(),
        rows.stream()
            .filter(l -> {
              Matcher it = row.matcher(l);
              return !it.matches() || it.group(1).isBlank();
            })
            .toList());
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Map<String, Set<String>> ids = new HashMap<>();
    site.forEach((name, text) -> ids.put(name, found(ID, text)));
    Set<String> broken = new TreeSet<>();
    site.forEach((name, text) -> {
      if (name.endsWith(".html")) {
        for (String link : found(LINK, text)) {
          if (!link.startsWith("http")) {
            String[] parts = link.split("#", 2);
            Set<String> there = ids.get(parts[0].isEmpty() ? name : parts[0]);
            if (there == null || (parts.length == 2 && !there.contains(parts[1]))) {
              broken.add(name + " → " + link);
            }
          }
        }
      }
    });
    assertEquals(Set.of(), broken);
  }

  @Test
  void everyRuleAndArticleStandsOnItsPage() {
    for (Instrument instrument : book.instruments()) {
      String page = site.getOrDefault(Places.page(instrument), "");
      Set<String> ids = found(ID, page);
      for (List<Rule> rules : book.rules(instrument)) {
        assertTrue(ids.contains(Places.anchor(rules.getFirst())), rules.getFirst().name());
      }
      book.articles(instrument)
          .forEach(a -> assertTrue(page.contains(a.paraphrase().zh()), a.paraphrase().zh()));
    }
  }

  @Test
  void whatIsSaidInOneLanguageIsSaidInTheOther() {
    site.forEach((name, text) -> {
      if (name.endsWith(".html")) {
        List<String> languages = new ArrayList<>();
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
          assertFalse(span.group(2).isBlank(), name);
          languages.add(span.group(1));
        }
        for (int i = 0; i < languages.size(); i += 2) {
          assertEquals(List.of("zh", "en"), languages.subList(i, i + 2), name);
        }
      }
    });
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}

package org.hefu.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.parse.Parse;
import org.hefu.problem.ReadFile;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

class MutantsTest {
  @Test
  void eachNumberDateAndComparisonIsShiftedBothWays() {
    Source source =
        new Source(
            "a.hefu",
            """
            module a
            instrument "A" { rank: law in_force: 2024-02-29 .. articles: 1 .. 9 }
            rule r (art 5.1(4)) { oblige b within 2 months after c when d < 1万 and e > 20% }
            account { art 1 "one" }
            scenario "s" { given { d: 5 } expect permitted }
            """);
    List<String> names =
        Mutants.of(Parse.file(source).module()).stream().map(Mutant::name).toList();
    assertEquals(
        List.of(
            "a instrument: in_force: 2024-02-29 .. => in_force: 2024-02-28 ..",
            "a instrument: in_force: 2024-02-29 .. => in_force: 2024-03-01 ..",
            "a r: oblige b within 2 months after c => oblige b within 1 months after c",
            "a r: oblige b within 2 months after c => oblige b within 3 months after c",
            "a r: d < 1万 => d <= 1万",
            "a r: d < 1万 => d < 9999",
            "a r: d < 1万 => d < 10001",
            "a r: e > 20% => e >= 20%",
            "a r: e > 20% => e > 19%",
            "a r: e > 20% => e > 21%"),
        names);
  }

  @Test
  void aMutantIsTheModuleWithOnePlaceOtherwise() {
    Source source = new Source("a.hefu", "module a\ndefine 多 = 人数 达到 10万\n");
    assertEquals(
        List.of(
            "module a\ndefine 多 = 人数 > 10万\n",
            "module a\ndefine 多 = 人数 达到 99999\n",
            "module a\ndefine 多 = 人数 达到 100001\n"),
        Mutants.of(Parse.file(source).module()).stream().map(m -> m.source().text()).toList());
  }

  @Test
  void reasonsStandBelowTheMutantsThatTheyExcuse() {
    assertEquals(
        Map.of("a r: x < 1 => x <= 1", "Nothing lies between."),
        Equivalents.of(
            List.of("# not a mutant", "", "a r: x < 1 => x <= 1", "  Nothing lies", "  between.")));
  }

  @Test
  void everyEquivalentMutantIsThereAndHasAReason() throws IOException {
    Set<String> gone = new TreeSet<>();
    Set<String> unexplained = new TreeSet<>();
    Equivalents.all()
        .forEach((name, reason) -> {
          gone.add(name);
          if (reason.isEmpty()) {
            unexplained.add(name);
          }
        });
    for (Path file : Mutate.files(Path.of("stdlib"))) {
      for (Mutant mutant : Mutants.of(Parse.file(ReadFile.at(file).source()).module())) {
        gone.remove(mutant.name());
      }
    }
    assertEquals(Set.of(), gone, "the library has no such number, date or comparison");
    assertEquals(Set.of(), unexplained);
  }
}

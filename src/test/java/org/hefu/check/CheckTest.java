package org.hefu.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hefu.Golden;
import org.hefu.Load;
import org.hefu.Schemas;
import org.hefu.problem.Problem;
import org.hefu.problem.ProblemJson;
import org.hefu.problem.ReadFile;
import org.hefu.problem.Report;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is wrong with a module that can be read. A case may use {@code demo.world}, which is sound,
 * and the tables beside it.
 */
class CheckTest {
  private static final String WORLD = "check/world.txt";

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("check", ".hefu", CheckTest::answer);
  }

  private static String answer(Path file) throws Exception {
    List<Problem> problems = problems(file);
    assertEquals(List.of(), Schemas.errors("problems", ProblemJson.text(problems)));
    return new Report(Language.EN, false).frames(problems)
        + "----\n"
        + new Report(Language.ZH, false).lines(problems);
  }

  /** The tables beside the case, for its lists. */
  private static List<Source> tables(Path file) throws IOException {
    try (Stream<Path> beside = Files.list(file.getParent())) {
      return beside
          .filter(f -> f.toString().endsWith(".csv") || f.toString().endsWith(".json"))
          .sorted()
          .map(f -> new Source(Golden.name(f), ReadFile.at(f).source().text()))
          .toList();
    }
  }

  private static List<Problem> problems(Path file) throws IOException {
    List<Source> sources = new ArrayList<>();
    sources.add(new Source(Golden.name(file), ReadFile.at(file).source().text()));
    if (sources.getFirst().text().contains("demo.world")) {
      sources.add(new Source(WORLD, ReadFile.at(Golden.CASES.resolve(WORLD)).source().text()));
    }
    sources.addAll(tables(file));
    return Load.texts(sources, false).problems();
  }
}

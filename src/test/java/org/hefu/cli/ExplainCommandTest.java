package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hefu.Schemas;
import org.hefu.problem.Code;
import org.hefu.text.Width;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @Test
  void aPageIsSaidInTheReadersLanguage() {
    Told en = Told.by("explain", "not-ordered");
    assertEquals(0, en.code());
    assertTrue(en.out().startsWith("error not-ordered\n\nA value has no order.\n\n"), en.out());
    assertTrue(
        en.out().contains("\nwrong\n\n    module m\n    use hefu.flow\n    define "), en.out());
    assertTrue(en.out().contains("\nmended\n\n    module m\n"), en.out());
    assertFalse(en.out().contains("##"), en.out());
    Told zh = Told.by("explain", "--lang", "zh", "not-ordered");
    assertTrue(zh.out().startsWith("错误 not-ordered\n\n这里的值没有大小之分。\n\n"), zh.out());
    assertTrue(zh.out().contains("\n改正之后\n"), zh.out());
  }

  @Test
  void aProblemMayBeNamedAsItIsPrinted() {
    assertEquals(
        Told.by("explain", "uncited-rule").out(), Told.by("explain", "[uncited-rule]").out());
  }

  @Test
  void severalPagesFollowEachOther() {
    String one = Told.by("explain", "unclosed").out();
    String other = Told.by("explain", "too-deep").out();
    assertEquals(one + "\n" + other, Told.by("explain", "unclosed", "too-deep", "unclosed").out());
  }

  @Test
  void withoutAProblemAllAreListed() {
    String all = Told.by("explain").out();
    for (Code code : Code.values()) {
      assertTrue(all.contains("\n  " + code.id() + " "), code.id());
    }
    assertTrue(all.startsWith("the file\n  cannot-read "), all);
    assertTrue(Told.by("explain", "--lang=zh").out().startsWith("文件\n  cannot-read "));
  }

  @Test
  void noLineIsWiderThanATerminal() {
    for (Code code : Code.values()) {
      for (String language : List.of("zh", "en")) {
        Told.by("explain", "--lang", language, code.id())
            .out()
            .lines()
            .forEach(l -> assertTrue(Width.of(l) <= 100, l));
      }
    }
  }

  @Test
  void anUnknownProblemIsMisuse() {
    Told told = Told.by("explain", "unknown-nam");
    assertEquals(64, told.code());
    assertEquals("", told.out());
    assertTrue(
        told.err()
            .startsWith("hefu: there is no problem `unknown-nam`; did you mean `unknown-name`?\n"),
        told.err());
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    assertEquals(List.of(), Schemas.errors("pages", Told.by("explain", "--format=json").out()));
  }

  @Test
  void coloursStandOutOnATerminal() {
    Told told = Told.by(new byte[0], Map.of(), true, "explain", "not-ordered");
    assertTrue(told.out().startsWith("\u001b[1;31merror\u001b[0m"), told.out());
    assertTrue(told.out().contains("\u001b[36m`ordered`\u001b[0m"), told.out());
  }

  @Test
  void completionKnowsTheProblems() {
    assertTrue(Told.by("completion").out().contains("unknown-name"));
  }

  @Test
  void aReportWithErrorsSaysWhereToReadOn(@TempDir Path folder) throws IOException {
    String cases = "src/test/resources/cases/check/";
    String broken = cases + "names/unknown.hefu";
    String world = folder.resolve("world.hefu").toString();
    Files.copy(Path.of(cases + "world.txt"), Path.of(world));
    Told told = Told.by("check", "--no-library", world, broken);
    String last = told.out().lines().reduce("", (_, line) -> line);
    assertTrue(last.matches("`hefu explain [a-z0-9 -]+` says more"), last);
    String[] ids = last.replaceAll("`hefu explain (.*)` says more", "$1").split(" ", -1);
    assertTrue(ids.length == 3 && Told.by("explain", ids[0]).code() == 0, last);
    assertFalse(Told.by("check", "--format=lines", broken).out().contains("hefu explain"));
  }
}

package org.hefu.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.hefu.Golden;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.problem.Report;
import org.hefu.syntax.Outline;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is read of a text, and what is said of what cannot be. */
class ParseTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases(
        "parse",
        ".hefu",
        file -> {
          Source source = new Source(Golden.name(file), ReadFile.at(file).source().text());
          Parsed parsed = Parse.file(source);
          return new Report(Language.EN, false).frames(parsed.problems())
              + new Report(Language.ZH, false).lines(parsed.problems())
              + "----\n"
              + Outline.of(parsed.module());
        });
  }

  @Test
  void nothingAtAllIsAModuleWithoutAName() {
    Parsed parsed = read("");
    assertEquals(List.of(), parsed.problems());
    assertTrue(parsed.module().name().isEmpty());
  }

  @Test
  void aMillionParenthesesAreRefusedWhereTheyGoTooDeep() {
    String deep = "module m\ndefine d = " + "(".repeat(1_000_000) + "a" + ")".repeat(1_000_000);
    Problem problem = only(read(deep));
    assertEquals(Code.TOO_DEEP, problem.code());
    assertEquals("m.hefu:2:10012", problem.span().toString());
  }

  @Test
  void asDeepAsAllowedIsRead() {
    int depth = Parse.DEEPEST;
    String deep = "module m\ndefine d = " + "(".repeat(depth) + "a" + ")".repeat(depth);
    assertEquals(List.of(), read(deep).problems());
    String nots = "module m\ndefine d = " + "not ".repeat(depth) + "a";
    assertEquals(List.of(), read(nots).problems());
    assertEquals(
        Code.TOO_DEEP, only(read("module m\ndefine d = " + "not ".repeat(depth + 1) + "a")).code());
    String both =
        "module m\ndefine d = " + "not not (".repeat(depth / 2) + "a" + ")".repeat(depth / 2);
    assertEquals(Code.TOO_DEEP, only(read(both)).code());
  }

  @Test
  void aNullCharacterAndALoneSurrogateAreStray() {
    assertEquals(Code.STRAY_CHARACTER, only(read("module m\0\ndefine d = a")).code());
    Problem lone = only(read("module m \uD83D\ndefine d = a"));
    assertEquals(Code.STRAY_CHARACTER, lone.code());
    assertEquals(1, read("module m \uDE00\ndefine d = a").module().declarations().size());
  }

  @Test
  void placesAreRightBehindCharactersOfTwoUnits() {
    Problem problem = only(read("module m -- 😀😀\ndefine 𠮷 = \"😀\" ? is a"));
    assertEquals("m.hefu:2:16", problem.span().toString());
    assertEquals("?", problem.span().text());
  }

  @Test
  void lineEndsOfEveryKindEndLines() {
    Problem problem = only(read("module m\r\ndefine a = b\r\n\r\ndefine c = ? a\r\n"));
    assertEquals("m.hefu:4:12", problem.span().toString());
  }

  @Test
  void tenMegabytesOfRulesAreRead() {
    String rule = "rule r (art 1) {\n  forbid export\n  when not a.b and c < 10万 -- 注释\n}\n";
    StringBuilder text = new StringBuilder("module m\n");
    while (text.length() < 10_000_000) {
      text.append(rule);
    }
    Parsed parsed = read(text.toString());
    assertEquals(List.of(), parsed.problems());
    assertEquals(
        text.toString().split("\nrule ", -1).length - 1, parsed.module().declarations().size());
  }

  @Test
  void oneLineOfTenMegabytesIsReportedInAScreenful() {
    Parsed parsed = read("module m\ndefine d = a " + "? ".repeat(5_000_000));
    assertTrue(
        new Report(Language.EN, false).frames(parsed.problems().subList(0, 1)).length() < 1000);
  }

  private static Parsed read(String text) {
    return Parse.file(new Source("m.hefu", text));
  }

  private static Problem only(Parsed parsed) {
    assertEquals(1, parsed.problems().size(), () -> parsed.problems().toString());
    return parsed.problems().getFirst();
  }
}

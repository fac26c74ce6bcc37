package org.hefu.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.Golden;
import org.hefu.parse.Parse;
import org.hefu.problem.ReadFile;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormatTest {
  /**
   * As it is laid out; where the case lies in {@code keywords}, also with the keywords of either
   * language.
   */
  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("format", ".hefu", FormatTest::answer);
  }

  private static String answer(Path file) {
    Source source = ReadFile.at(file).source();
    assertEquals(List.of(), Parse.file(source).problems());
    String plain = format(source, Optional.empty());
    if (!file.getParent().endsWith("keywords")) {
      return plain;
    }
    return "-- as it is\n%s\n-- zh\n%s\n-- en\n%s"
        .formatted(
            plain,
            format(source, Optional.of(Language.ZH)),
            format(source, Optional.of(Language.EN)));
  }

  /** What CI holds the library to. */
  @TestFactory
  Stream<DynamicTest> theLibraryIsFormatted() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("stdlib"))) {
      return files.filter(f -> f.toString().endsWith(".hefu")).sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(f.toString(), f.toUri(), () -> isFormatted(f)));
    }
  }

  private static void isFormatted(Path file) {
    Source source = ReadFile.at(file).source();
    List<String> lines = format(source, Optional.empty()).lines().toList();
    for (int i = 0; i < Math.min(lines.size(), source.lines()); i++) {
      assertEquals(
          lines.get(i), source.lineText(i + 1), file + ":" + (i + 1) + "; ./dev format mends it");
    }
    assertEquals(format(source, Optional.empty()).length(), source.text().length());
  }

  @Test
  void nothingStaysNothing() {
    assertEquals("", format(new Source("empty.hefu", "\r\n \t\r\n"), Optional.empty()));
  }

  @Test
  void everyLineEndBecomesOne() {
    assertEquals(
        "module a\nuse b\nuse c\n",
        format(new Source("a.hefu", "module a\r\nuse b\ruse c"), Optional.empty()));
  }

  static String format(Source source, Optional<Language> keywords) {
    return Format.text(Parse.tokens(source), source, keywords);
  }
}

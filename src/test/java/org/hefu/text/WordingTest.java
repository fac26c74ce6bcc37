package org.hefu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bundle says the same things in both languages, all that is asked for, and nothing else. */
class WordingTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/hefu");
  private static final Path SOURCES = Path.of("src/main/java/org/hefu");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.-]*)\"");
  private static final Pattern SAID =
      Pattern.compile("(?:say\\(|heading\\()\\s*\"([a-z][a-z.-]*)\"\\s*[,)]");
  private static final Pattern HOLE = Pattern.compile("\\{\\d+}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words",
        "decide/words",
        "cli/words",
        "cli/help",
        "debug/words",
        "doc/words",
        "lsp/words",
        "seek/words"
      })
  void bothLanguagesSayTheSame(String bundle) throws IOException {
    Properties zh = read(bundle + "_zh.properties");
    Properties en = read(bundle + "_en.properties");
    assertEquals(zh.stringPropertyNames(), en.stringPropertyNames());
    for (String key : zh.stringPropertyNames()) {
      assertEquals(holes(zh.getProperty(key)), holes(en.getProperty(key)), key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide", "cli"})
  void everythingIsUsed(String room) throws IOException {
    Set<String> unused = new TreeSet<>(read(room + "/words_en.properties").stringPropertyNames());
    Set<String> literals = found(LITERAL, room);
    unused.removeIf(
        key -> literals.contains(key) || literals.stream().anyMatch(l -> isFamily(l, key)));
    assertEquals(Set.of(), unused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide", "cli"})
  void everythingAskedForIsThere(String room) throws IOException {
    Set<String> absent = found(SAID, room);
    absent.removeAll(read(room + "/words_en.properties").stringPropertyNames());
    assertEquals(Set.of(), absent);
  }

  @Test
  void holesAreFilled() {
    Wording wording = new Wording("org.hefu.cli.words", Language.ZH);
    assertEquals("缺少 `$1\\`", wording.say("missing", "$1\\"));
    Wording scenarios = new Wording("org.hefu.words", Language.ZH);
    assertEquals("预期允许，得出禁止", scenarios.say("expected-outcome", both("允许"), both("禁止")));
  }

  private static Bilingual both(String zh) {
    return new Bilingual(zh, "");
  }

  /**
   * {@code "outcome."} in the source stands for {@code outcome.permitted}, {@code "file"} for
   * {@code file.one}.
   */
  private static boolean isFamily(String literal, String key) {
    return literal.endsWith(".")
        ? key.startsWith(literal)
        : key.equals(literal + ".one") || key.equals(literal + ".many");
  }

  private static Set<String> found(Pattern pattern, String room) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
      for (Path file : files.toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(r -> found.add(r.group(1)));
      }
    }
    return found;
  }

  private static List<String> holes(String text) {
    return HOLE.matcher(text).results().map(MatchResult::group).distinct().sorted().toList();
  }

  private static Properties read(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
      properties.load(reader);
    }
    return properties;
  }
}

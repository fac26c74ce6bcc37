package org.hefu.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hefu.text.Language;
import org.junit.jupiter.api.Test;

/** Both languages can say everything that the code asks them to say, and nothing else. */
class MessagesTest {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveEveryMessage() {
    assertEquals(keys(Language.EN), keys(Language.ZH));
  }

  @Test
  void bothLanguagesFillInTheSame() {
    for (String key : keys(Language.EN)) {
      assertEquals(holes(key, Language.EN), holes(key, Language.ZH), key);
    }
  }

  @Test
  void everyMessageIsSaidAndEverySaidOneIsThere() throws IOException {
    Set<String> said = new TreeSet<>();
    for (Code code : Code.values()) {
      said.add(code.id());
    }
    for (Severity severity : Severity.values()) {
      said.add("severity." + severity.name().toLowerCase(Locale.ROOT));
    }
    StringBuilder code = new StringBuilder();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        code.append(Files.readString(source));
      }
    }
    add(said, "phrase.", "Phrase\\(\\s*\"([a-z-]+)\"", code);
    add(said, "phrase.", "oneOf\\(parser, \"([a-z-]+)\"", code);
    add(said, "phrase.", "wrong\\(line, \"([a-z-]+)\"", code);
    add(said, "phrase.", "\"(why-[a-z]+)\"", code);
    add(said, "phrase.", "yaml \\? \"([a-z]+)\" : \"json\"", code);
    add(said, "phrase.", "yaml \\? \"yaml\" : \"([a-z]+)\"", code);
    add(said, "help.", "help\\(\\s*\"([a-z-]+)\"", code);
    add(said, "related.", "\\.related\\([^;]*?\"([a-z]+-here)\"", code);
    assertEquals(said, keys(Language.EN));
  }

  private static void add(Set<String> said, String prefix, String pattern, CharSequence code) {
    Pattern.compile(pattern)
        .matcher(code)
        .results()
        .map(r -> prefix + r.group(1))
        .forEach(said::add);
  }

  private static Set<String> keys(Language language) {
    return new TreeSet<>(Messages.bundle(language).keySet());
  }

  private static Set<String> holes(String key, Language language) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(Messages.bundle(language).getString(key))
        .results()
        .map(MatchResult::group)
        .forEach(holes::add);
    return holes;
  }
}

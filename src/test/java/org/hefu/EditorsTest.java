package org.hefu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The editors' files know exactly the keywords that the lexer knows, each in one group. */
class EditorsTest {
  private static final Path LEXER = Path.of("grammar/HefuLexer.g4");
  private static final Path TEXTMATE = Path.of("editors/textmate/hefu.tmLanguage.json");
  private static final Path VSCODE = Path.of("editors/vscode");
  private static final Path VIM = Path.of("editors/vim/syntax/hefu.vim");

  /** A token whose forms are all written out: {@code WHEN : 'when' | '当' ;}. */
  private static final Pattern TOKEN =
      Pattern.compile("^[A-Z_]+ : ('[^']+'(?: \\| '[^']+')*) ;", Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("'([\\p{L}]+)'");

  @Test
  void textMateColoursEveryKeywordOnceAndNothingElse() throws IOException {
    JsonNode patterns =
        JsonMapper.shared()
            .readTree(Files.readString(TEXTMATE, UTF_8))
            .at("/repository/keyword/patterns");
    List<Pattern> groups = new ArrayList<>();
    List<String> coloured = new ArrayList<>();
    for (JsonNode group : patterns) {
      String match = group.get("match").asString();
      groups.add(Pattern.compile(match));
      String words = match.substring(match.indexOf("(?:") + 3, match.lastIndexOf(")(?!"));
      coloured.addAll(Arrays.asList(words.split("\\|")));
    }
    assertEquals(keywords(), new TreeSet<>(coloured));
    for (String word : coloured) {
      // As the editor's engine would: found as a whole word, and not within a longer one.
      assertEquals(1, groups.stream().filter(g -> isFound(g, "x = " + word + " y", word)).count());
      String longer = word + (word.codePointAt(0) < 128 ? "_more" : "事");
      assertTrue(groups.stream().noneMatch(g -> g.matcher(longer).find()), longer);
    }
  }

  @Test
  void vimColoursEveryKeywordOnceAndNothingElse() throws IOException {
    List<String> coloured =
        Files.readAllLines(VIM, UTF_8).stream()
            .filter(line -> line.startsWith("syntax keyword "))
            .flatMap(line -> Arrays.stream(line.split(" ")).skip(3))
            .toList();
    assertEquals(keywords(), new TreeSet<>(coloured));
    assertEquals(coloured.size(), keywords().size(), "a keyword stands in two groups");
  }

  @Test
  void theExtensionIsSaidInBothLanguages() throws IOException {
    Set<String> said =
        Pattern.compile("%([\\w.]+)%")
            .matcher(Files.readString(VSCODE.resolve("package.json"), UTF_8))
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(said, keys("package.nls.json"));
    assertEquals(said, keys("package.nls.zh-cn.json"));
    Set<String> messages = new TreeSet<>();
    try (Stream<Path> sources = Files.list(VSCODE.resolve("src"))) {
      for (Path source : sources.sorted().toList()) {
        Pattern.compile("l10n\\.t\\(\\s*'([^']+)'")
            .matcher(Files.readString(source, UTF_8))
            .results()
            .map(m -> m.group(1))
            .forEach(messages::add);
      }
    }
    assertEquals(messages, keys("l10n/bundle.l10n.zh-cn.json"));
  }

  private static Set<String> keys(String file) throws IOException {
    return new TreeSet<>(
        JsonMapper.shared()
            .readTree(Files.readString(VSCODE.resolve(file), UTF_8))
            .propertyNames());
  }

  private static boolean isFound(Pattern group, String text, String word) {
    return group.matcher(text).results().map(MatchResult::group).anyMatch(word::equals);
  }

  private static Set<String> keywords() throws IOException {
    Set<String> words =
        TOKEN
            .matcher(Files.readString(LEXER, UTF_8))
            .results()
            .flatMap(token -> WORD.matcher(token.group(1)).results())
            .map(word -> word.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(words.containsAll(Set.of("module", "规则", "when", "不超过", "article", "含本次")));
    return words;
  }
}

package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hefu.parse.Parse;
import org.hefu.text.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documents show is the language as it is. */
class DocsTest {
  private static final Pattern BLOCK = Pattern.compile("```hefu\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TestFactory
  Stream<DynamicTest> everyPolicyShownCanBeRead() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher blocks = BLOCK.matcher(Files.readString(page));
      while (blocks.find()) {
        String text = blocks.group(1);
        String name = page + ", at " + blocks.start();
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> assertEquals(List.of(), Parse.file(new Source(name, text)).problems())));
      }
    }
    assertTrue(tests.size() > 5);
    return tests.stream();
  }

  /** The README's policy is one that works, not only one that reads well. */
  @Test
  void thePolicyInTheReadmeHoldsTogether() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
    assertTrue(block.find());
    Load.Loaded loaded = Load.texts(List.of(new Source("README.md", block.group(1))), true);
    assertEquals(List.of(), loaded.problems());
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        Path target = page.resolveSibling(links.group(1));
        assertTrue(Files.exists(target), () -> page + " links to " + target);
      }
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    for (String folder : List.of("docs", "examples")) {
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        all.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }
}

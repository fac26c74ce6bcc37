package org.hefu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hefu.text.Source;

/**
 * What a page of the documentation shows in a fence.
 *
 * @param language nothing where the fence names none
 * @param remark how it is to be checked, where that is not as usual
 * @param line of the page on which the text begins
 */
public record Shown(Path page, String language, String remark, int line, String text) {
  private static final String FENCE = "```";

  /** Every page but those on problems, which have a form of their own. */
  public static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    for (String folder : List.of("docs", "examples")) {
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        all.filter(f -> f.toString().endsWith(".md") && !f.startsWith("docs/problems"))
            .sorted()
            .forEach(pages::add);
      }
    }
    return pages;
  }

  /** What the page shows, in order. */
  public static List<Shown> on(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
        String[] words = lines.get(i).substring(FENCE.length()).split(" ", 2);
        String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
        shown.add(new Shown(page, words[0], words.length > 1 ? words[1] : "", i + 2, text));
        i = end;
      }
    }
    return shown;
  }

  /** With the page's name and lines, so that a problem is told where it stands there. */
  public Source source() {
    return new Source(page.toString(), "\n".repeat(line - 1) + text);
  }

  boolean isPolicy() {
    return language.equals("hefu") && remark.isEmpty();
  }

  boolean beginsModule() {
    return text.lines()
        .filter(l -> !l.isBlank() && !l.startsWith("--"))
        .findFirst()
        .filter(l -> l.startsWith("module ") || l.startsWith("模块 "))
        .isPresent();
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}

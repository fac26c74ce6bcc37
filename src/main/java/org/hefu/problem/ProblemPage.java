package org.hefu.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.text.Bilingual;

/**
 * The page on a problem: what it means, how it comes about, and an example of it, wrong and mended.
 *
 * @param summary one sentence
 * @param text paragraphs and lists, in Markdown
 */
public record ProblemPage(Code code, Bilingual summary, Bilingual text, List<Example> examples) {
  /** What an example shows. */
  public enum Role {
    WRONG,
    RIGHT,
    /** A file that goes with the wrong ones as with the right ones. */
    BOTH
  }

  /**
   * An input that can be run.
   *
   * @param language what it is written in: {@code hefu}, {@code json} …
   * @param remarks what the runner must know, such as {@code also=unknown-type}
   */
  public record Example(String language, Role role, Set<String> remarks, String text) {}

  private static final String FENCE = "```";
  private static final List<String> HEADINGS = List.of("中文", "English", "例 Example");

  /** The page that lies beside the program. */
  public static ProblemPage of(Code code) {
    String resource = "problems/" + code.id() + ".md";
    try (InputStream in = ProblemPage.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no page " + resource);
      }
      return read(code, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page as it is written; one of another form is a mistake of whoever wrote it. */
  static ProblemPage read(Code code, String text) {
    List<String> lines = text.lines().toList();
    demand(code, lines.size() > 4 && lines.getFirst().equals("# " + code.id()), "its title");
    demand(code, lines.get(1).isEmpty() && lines.get(4).isEmpty(), "two lines of summary");
    List<Example> examples = new ArrayList<>();
    Map<String, String> sections = sections(code, lines.subList(5, lines.size()), examples);
    return new ProblemPage(
        code,
        new Bilingual(lines.get(2), lines.get(3)),
        new Bilingual(section("中文", sections), section("English", sections)),
        List.copyOf(examples));
  }

  private static Map<String, String> sections(
      Code code, List<String> lines, List<Example> examples) {
    Map<String, String> sections = new HashMap<>();
    int i = 0;
    String open = "";
    while (i < lines.size()) {
      String line = lines.get(i++);
      if (line.startsWith("## ")) {
        open = line.substring(3);
        demand(code, HEADINGS.indexOf(open) == sections.size(), "the next heading, not " + open);
        sections.put(open, "");
      } else if (line.startsWith(FENCE)) {
        int end = lines.subList(i, lines.size()).indexOf(FENCE);
        demand(code, end >= 0 && open.equals(HEADINGS.getLast()), "its examples at its end");
        examples.add(example(code, line.substring(FENCE.length()), lines.subList(i, i + end)));
        i += end + 1;
      } else {
        demand(code, !open.isEmpty() || line.isEmpty(), "headings");
        sections.computeIfPresent(open, (_, before) -> before + line + "\n");
      }
    }
    demand(code, sections.size() == HEADINGS.size(), "three headings");
    return sections;
  }

  private static Example example(Code code, String head, List<String> lines) {
    List<String> words = List.of(head.strip().split(" +"));
    demand(code, words.size() > 1, "what an example shows");
    Role role =
        switch (words.get(1)) {
          case "wrong" -> Role.WRONG;
          case "right" -> Role.RIGHT;
          case "both" -> Role.BOTH;
          default -> throw malformed(code, "wrong, right or both");
        };
    Set<String> remarks = Set.copyOf(words.subList(2, words.size()));
    return new Example(words.getFirst(), role, remarks, String.join("\n", lines) + "\n");
  }

  private static String section(String heading, Map<String, String> sections) {
    return sections.getOrDefault(heading, "").strip();
  }

  private static void demand(Code code, boolean holds, String what) {
    if (!holds) {
      throw malformed(code, what);
    }
  }

  private static IllegalStateException malformed(Code code, String what) {
    return new IllegalStateException("the page of " + code.id() + " needs " + what);
  }
}

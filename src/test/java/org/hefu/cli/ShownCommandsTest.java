package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.hefu.Shown;
import org.hefu.decide.Decision;
import org.hefu.model.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the documentation shows do what it says, and so does the Java of the README. In
 * a fence without a language a line {@code ./hefu …} is run; a comment behind it may name the
 * outcome, and lines below it are what it writes. {@code our-rules.hefu} is the README's policy.
 */
class ShownCommandsTest {
  private static final Path README = Path.of("README.md");
  private static final String FLOW = "examples/hotel-booking/flow.json";
  private static final Set<Integer> FAILED =
      Set.of(Exit.BAD_INPUT, Exit.BAD_POLICY, Exit.MISUSE, Exit.INTERNAL);

  @TempDir Path folder;

  @BeforeEach
  void writeOurRules() throws IOException {
    Shown rules =
        Shown.on(README).stream()
            .filter(s -> s.language().equals("hefu"))
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("our-rules.hefu"), rules.text());
    String flow = Files.readString(Path.of(FLOW)).replaceAll("\\R", " ");
    Files.writeString(folder.resolve("flows.jsonl"), flow + "\n" + flow + "\n");
  }

  @TestFactory
  Stream<DynamicTest> commands() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : Shown.pages()) {
      for (Shown shown : Shown.on(page)) {
        List<String> lines = shown.language().isEmpty() ? shown.text().lines().toList() : List.of();
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).startsWith("./hefu ")) {
            String line = lines.get(i);
            String written = written(lines.subList(i + 1, lines.size()));
            String place = page + ":" + (shown.line() + i) + " " + line;
            tests.add(DynamicTest.dynamicTest(place, page.toUri(), () -> run(line, written)));
          }
        }
      }
    }
    assertTrue(tests.size() > 8);
    return tests.stream();
  }

  @Test
  void theJavaInTheReadmeCompilesAndDecides() throws Exception {
    Shown java =
        Shown.on(README).stream()
            .filter(s -> s.language().equals("java"))
            .findFirst()
            .orElseThrow();
    Path file =
        Files.writeString(
            folder.resolve("Example.java"),
            """
            import java.nio.file.Path;
            import java.util.List;
            import org.hefu.Hefu;
            import org.hefu.decide.Decision;

            public class Example {
              public static Decision decide(String json) {
                %s
                return decision;
              }
            }
            """
                .formatted(java.text().replace("our-rules.hefu", ours())));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", System.getProperty("java.class.path"), file.toString());
    assertEquals(0, code);
    try (URLClassLoader classes = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Object decision =
          classes
              .loadClass("Example")
              .getMethod("decide", String.class)
              .invoke(null, Files.readString(Path.of(FLOW)));
      assertEquals(Outcome.CONDITIONAL, ((Decision) decision).outcome());
    }
  }

  private void run(String line, String written) throws IOException {
    String[] halves = line.split(" +# ", 2);
    List<String> words = new ArrayList<>(Arrays.asList(halves[0].split(" +", -1)));
    assertFalse(words.contains("|") || words.contains(">"), "no test runs pipes");
    words.replaceAll(word ->
        switch (word) {
          case "our-rules.hefu" -> ours();
          case "flow.json" -> FLOW;
          case "flows.jsonl" -> folder.resolve("flows.jsonl").toString();
          default -> word;
        });
    byte[] in = new byte[0];
    int from = words.indexOf("<");
    if (from >= 0) {
      in = Files.readAllBytes(Path.of(words.get(from + 1)));
      words.subList(from, from + 2).clear();
    }
    Told told = Told.by(in, words.subList(1, words.size()).toArray(String[]::new));
    assertFalse(FAILED.contains(told.code()), told::toString);
    outcome(halves).ifPresent(o -> assertEquals(o.exitCode(), told.code(), told::toString));
    assertTrue(told.out().contains(written), told::toString);
  }

  private String ours() {
    return folder.resolve("our-rules.hefu").toString();
  }

  private static Optional<Outcome> outcome(String[] halves) {
    String comment = halves.length > 1 ? halves[1] : "";
    return Arrays.stream(Outcome.values())
        .filter(o -> Arrays.asList(comment.split("\\P{L}+", -1)).contains(o.word()))
        .findFirst();
  }

  /** What is shown below a command, up to the next one or a gap. */
  private static String written(List<String> below) {
    return String.join(
        "\n", below.stream().takeWhile(l -> !l.isBlank() && !l.startsWith("./")).toList());
  }
}

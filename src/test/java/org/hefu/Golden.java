package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases in folders: what is asked lies in a file, what must come of it beside it in one of that
 * name and {@code .out}. {@code ./dev accept} writes the answers; a person reads {@code git diff}
 * and commits them.
 */
public final class Golden {
  /** Where the cases of every room lie. */
  public static final Path CASES = Path.of("src/test/resources/cases");

  private static final String ANSWER = ".out";
  private static final boolean ACCEPTING = Boolean.getBoolean("hefu.accept");

  /** What comes of one case. */
  public interface Answer {
    String to(Path file) throws Exception;
  }

  private Golden() {}

  /**
   * A test for each file of the room's folder with this ending, and one for answers whose question
   * is gone. A case is given by its path; its name to people, the same on every machine, is {@link
   * #name}.
   */
  public static Stream<DynamicTest> cases(String room, String ending, Answer answer) {
    List<Path> files = files(CASES.resolve(room));
    List<Path> questions = files.stream().filter(f -> f.toString().endsWith(ending)).toList();
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest(room + " has cases", () -> assertFalse(questions.isEmpty())));
    tests.add(
        DynamicTest.dynamicTest(
            "no answer in " + room + " is an orphan",
            () -> assertEquals(List.of(), orphans(files, ending))));
    for (Path question : questions) {
      tests.add(
          DynamicTest.dynamicTest(
              name(question),
              question.toUri(),
              () -> matches(answerOf(question), answer.to(question))));
    }
    return tests.stream();
  }

  /** The case's path from the folder of all cases, with {@code /} between folders. */
  public static String name(Path file) {
    return CASES.relativize(file).toString().replace('\\', '/');
  }

  /** Does the file hold just this text? Where answers are being accepted, it does from now on. */
  public static void matches(Path file, String text) throws IOException {
    boolean there = Files.exists(file);
    String expected = there ? Files.readString(file) : "";
    if (there && expected.equals(text)) {
      return;
    }
    if (!ACCEPTING) {
      assertEquals(
          expected,
          text,
          () -> file + (there ? " differs" : " is missing") + "; ./dev accept writes it");
      fail(file + " is missing; ./dev accept writes it");
    }
    if ("true".equals(System.getenv("CI"))) {
      fail("CI does not accept " + file);
    }
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> orphans(List<Path> files, String ending) throws IOException {
    List<Path> orphans =
        files.stream()
            .filter(f -> f.toString().endsWith(ending + ANSWER) && !files.contains(questionOf(f)))
            .toList();
    if (ACCEPTING && !"true".equals(System.getenv("CI"))) {
      for (Path orphan : orphans) {
        Files.delete(orphan);
      }
      return List.of();
    }
    return orphans;
  }

  private static Path answerOf(Path question) {
    return question.resolveSibling(question.getFileName() + ANSWER);
  }

  private static Path questionOf(Path answer) {
    String name = answer.getFileName().toString();
    return answer.resolveSibling(name.substring(0, name.length() - ANSWER.length()));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

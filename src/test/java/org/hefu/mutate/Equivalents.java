package org.hefu.mutate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mutants that no flow can tell from the library, each with the reason: a line for the mutant,
 * as {@code ./dev mutate} names it, and the reason in the lines below it that are indented.
 */
final class Equivalents {
  static final Path FILE = Path.of("src/test/resources/mutate/equivalents.txt");

  private Equivalents() {}

  /** The reasons, by the mutants' names. */
  static Map<String, String> all() throws IOException {
    return of(Files.readAllLines(FILE));
  }

  static Map<String, String> of(List<String> lines) {
    Map<String, String> reasons = new LinkedHashMap<>();
    String last = "";
    for (String line : lines) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        reasons.merge(last, text, (before, more) -> (before + " " + more).strip());
      } else {
        last = text;
        reasons.put(last, "");
      }
    }
    return reasons;
  }
}

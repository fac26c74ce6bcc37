package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One decision loads what it needs and nothing else. */
class StartTest {
  private static final Pattern LOADED = Pattern.compile("\\] ([\\w.$]+) source:");

  /** What takes longer to start than a decision takes. */
  private static final List<String> HEAVY =
      List.of(
          "com.oracle.truffle.api.Truffle",
          "com.oracle.truffle.api.RootCallTarget",
          "com.oracle.truffle.polyglot.",
          "org.graalvm.polyglot.",
          "org.antlr.",
          "org.hefu.parse.Parse",
          "org.hefu.check.",
          "org.hefu.seek.Settle",
          "picocli.",
          "java.lang.runtime.ObjectMethods",
          "java.lang.runtime.SwitchBootstraps",
          "java.security.MessageDigest");

  @Test
  void aPlainDecisionLoadsNothingHeavy(@TempDir Path folder) throws Exception {
    assertEquals(Set.of(), heavy(decide(folder, "examples/hotel-booking/flow.json")));
  }

  @Test
  void soDoesOneUnderAPolicyThatWasCheckedBefore(@TempDir Path folder) throws Exception {
    String[] line = {
      "--policy", "examples/hotel-booking/policy.hefu", "examples/hotel-booking/flow.json"
    };
    Set<String> first = decide(folder, line);
    assertTrue(first.contains("org.hefu.check.Check"), "it has to be checked once");
    assertEquals(Set.of(), heavy(decide(folder, line)));
  }

  private static Set<String> heavy(Set<String> loaded) {
    Set<String> heavy = new TreeSet<>(loaded);
    heavy.removeIf(name ->
        HEAVY.stream().noneMatch(h -> h.endsWith(".") ? name.startsWith(h) : name.equals(h)));
    return heavy;
  }

  private static Set<String> decide(Path folder, String... line)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "org.hefu.cli.Start",
                "decide"));
    command.addAll(List.of(line));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HEFU_CACHE", folder.resolve("cache").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(10, process.waitFor(), out);
    Set<String> loaded = new TreeSet<>();
    for (String each : Files.readAllLines(log)) {
      var name = LOADED.matcher(each);
      if (name.find()) {
        loaded.add(name.group(1));
      }
    }
    assertTrue(loaded.contains("org.hefu.cli.Start"), "the log tells the classes");
    return loaded;
  }
}

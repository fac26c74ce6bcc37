package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hefu.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A plain command line means what it means to the whole command line. */
class PlainTest {
  private static final String[] WORDS = {
    "--brief",
    "--yaml",
    "--lines",
    "--with-drafts",
    "--no-library",
    "--lang",
    "zh",
    "en",
    "--format",
    "json",
    "text",
    "-p",
    "--policy",
    "--using",
    "cn.pipl",
    "flow.json",
    "-",
    "a b.yaml",
    "decide",
    "--",
    "-h",
    "--unknown",
    "@file",
    "",
    "--colour",
    "never",
    "--lang=zh",
    "-pours.hefu",
    "JSON"
  };

  @Test
  void itMeansTheSame() {
    Random random = new Random(20261127);
    int plainly = 0;
    for (int i = 0; i < 5_000; i++) {
      List<String> arguments = new ArrayList<>(List.of("decide"));
      int most = i % 2 == 0 ? 19 : WORDS.length; // half of them with nothing unusual
      for (int n = random.nextInt(7); n > 0; n--) {
        arguments.add(WORDS[random.nextInt(most)]);
      }
      String[] line = arguments.toArray(String[]::new);
      Optional<DecideCommand> plain = Plain.decide(terminal(), line);
      if (plain.isPresent()) {
        plainly++;
        assertEquals(said(wholly(line)), said(plain.get()), arguments.toString());
      }
    }
    assertTrue(plainly > 500, plainly + " were plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide", "decide --help f", "decide @f", "decide --lang", "check f", ""})
  void theUnusualIsLeft(String line) {
    assertTrue(Plain.decide(terminal(), line.split(" ")).isEmpty());
  }

  private static DecideCommand wholly(String... line) {
    DecideCommand command = new DecideCommand(terminal());
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(List.of(line).subList(1, line.length).toArray(String[]::new));
    return command;
  }

  private static List<Object> said(DecideCommand command) {
    return List.of(
        command.flows,
        command.using,
        command.withDrafts,
        command.format,
        command.brief,
        command.yaml,
        command.lines,
        command.policies.policies,
        command.policies.withoutLibrary,
        Optional.ofNullable(command.shared.language),
        command.shared.colour);
  }

  private static Terminal terminal() {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        System.out,
        System.err,
        Map.of(),
        Language.EN,
        false);
  }
}

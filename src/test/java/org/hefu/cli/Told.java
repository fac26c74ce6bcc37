package org.hefu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.hefu.text.Language;

/** What a command, run in this process, wrote and answered. */
record Told(int code, String out, String err) {
  static Told by(String... arguments) {
    return by("".getBytes(UTF_8), arguments);
  }

  static Told by(String in, String[] arguments) {
    return by(in.getBytes(UTF_8), arguments);
  }

  static Told by(byte[] in, String... arguments) {
    return by(in, Map.of(), false, arguments);
  }

  static Told by(
      byte[] in, Map<String, String> environment, boolean interactive, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            environment,
            Language.EN,
            interactive);
    int code = Start.run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    return new Told(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}

package org.hefu.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hefu.text.Language;

/**
 * Where a command reads and writes.
 *
 * @param language what its user reads, unless a command says otherwise
 * @param interactive does a person see what is written?
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Language language,
    boolean interactive) {

  /** The one this process was started from. */
  static Terminal own() {
    // Gathers what is written, where System.out would pass on every line by itself.
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            System.out.charset());
    Language language = Language.of(Locale.getDefault(Locale.Category.DISPLAY));
    boolean interactive =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Terminal(System.in, out, System.err, System.getenv(), language, interactive);
  }

  /** What the environment says; empty where it says nothing. */
  String says(String variable) {
    return environment.getOrDefault(variable, "");
  }
}

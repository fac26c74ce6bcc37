package org.hefu.cli;

import java.util.Optional;

/** Where the program starts: a plain {@code decide} at once, everything else by {@link Main}. */
public final class Start {
  private Start() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.own();
    int code = run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    // Nothing is left to be done at the end, and `exit` would first make ready to log that it was
    // called, which takes a twentieth of the whole.
    Runtime.getRuntime().halt(code);
  }

  /** Runs a command; what it answers is its exit code. */
  static int run(Terminal terminal, String... arguments) {
    Optional<DecideCommand> plain = Plain.decide(terminal, arguments);
    if (plain.isPresent()) {
      try {
        return plain.get().call();
      } catch (Misuse e) {
        return Main.run(terminal, arguments); // which says so, and how to go on
      } catch (Exception | StackOverflowError | OutOfMemoryError e) {
        return Main.internal(e, terminal, Main.language(terminal, arguments));
      }
    }
    return Main.run(terminal, arguments);
  }
}

package org.hefu.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.hefu.text.Language;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete commands and options. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  /** Shells; one script serves both. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  @Parameters(arity = "0..1", paramLabel = "SHELL", descriptionKey = "SHELL")
  Shell shell = Shell.BASH;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("hefu", Main.whole(terminal, Language.EN)));
    return Exit.FINE;
  }
}

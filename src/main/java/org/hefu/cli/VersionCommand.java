package org.hefu.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which version this is. */
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().println(version());
    return Exit.FINE;
  }

  static String version() {
    return "Hefu 合符 " + number() + " (Java " + Runtime.version().feature() + ")";
  }

  /** Of the jar; classes run without one have none. */
  static String number() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpacked");
  }
}

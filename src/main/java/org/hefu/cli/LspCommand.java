package org.hefu.cli;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.hefu.Face;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves an editor. */
@Command(name = "lsp")
final class LspCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  /** What many editors add; there is no other way to talk to it. */
  @Option(names = "--stdio")
  boolean standard;

  LspCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // Found by name, so that no other command loads what it is made of.
    Face face =
        ServiceLoader.load(Face.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(f -> f.name().equals("lsp"))
            .findFirst()
            .orElseThrow();
    return face.serve(terminal.in(), terminal.out(), shared.language(terminal));
  }
}

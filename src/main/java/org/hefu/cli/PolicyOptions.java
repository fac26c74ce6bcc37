package org.hefu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which policies are meant. */
final class PolicyOptions {
  @Option(
      names = {"-p", "--policy"},
      paramLabel = "FILE|DIR")
  List<Path> policies = new ArrayList<>();

  @Option(names = "--no-library")
  boolean withoutLibrary;
}

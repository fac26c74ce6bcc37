package org.hefu.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.Load;
import org.hefu.RunScenarios;
import org.hefu.RunScenarios.Result;
import org.hefu.engine.Program;
import org.hefu.model.Scenario;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.hefu.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the scenarios of policies. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
  private static final String ENDING = ".hefu";

  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  @Parameters(arity = "0..*", paramLabel = "FILE|DIR", descriptionKey = "PATHS")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--no-library")
  boolean withoutLibrary;

  @Option(names = "--filter", paramLabel = "TEXT")
  String filter = "";

  @Option(names = "--format", paramLabel = "FORMAT")
  DecideCommand.Format format = DecideCommand.Format.TEXT;

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, URISyntaxException {
    List<Path> meant = paths.isEmpty() ? here() : paths;
    if (meant.isEmpty()) {
      throw new Misuse(shared.words(terminal).say("nothing-to-test"));
    }
    Load.Loaded loaded = Load.paths(meant, !withoutLibrary);
    List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      terminal.err().print(shared.frames(terminal, errors));
      return DecideCommand.isUnreadable(errors) ? Exit.BAD_INPUT : Exit.BAD_POLICY;
    }
    List<Result> results = loaded.policy().map(p -> run(Program.of(p), loaded)).orElse(List.of());
    if (results.isEmpty() && !filter.isEmpty()) {
      throw new Misuse(shared.words(terminal).say("nothing-matches"));
    }
    List<Result> failed = results.stream().filter(r -> !r.hasPassed()).toList();
    if (format == DecideCommand.Format.JSON) {
      terminal.out().println(ScenarioJson.text(results));
    } else {
      ScenarioReport report =
          new ScenarioReport(shared.words(terminal), shared.isColoured(terminal));
      failed.forEach(r -> terminal.out().println(report.failure(r)));
      terminal.out().println(report.closing(results.size() - failed.size(), failed.size()));
    }
    return failed.isEmpty() ? Exit.FINE : Exit.BAD_INPUT;
  }

  /**
   * The policies of this folder or, where it has none, of the library that lies beside the program.
   */
  static List<Path> here() throws IOException, URISyntaxException {
    List<Path> own = policies(Path.of(""));
    if (!own.isEmpty()) {
      return own;
    }
    List<Path> libraries = new ArrayList<>(List.of(Path.of("stdlib")));
    CodeSource program = Main.class.getProtectionDomain().getCodeSource();
    if (program != null) {
      // The program is target/hefu.jar.
      libraries.add(Path.of(program.getLocation().toURI()).resolve("../../stdlib").normalize());
    }
    return libraries.stream().filter(Files::isDirectory).limit(1).toList();
  }

  private static List<Path> policies(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(ENDING) && Files.isRegularFile(f))
          .sorted()
          .toList();
    }
  }

  private List<Result> run(Program program, Load.Loaded loaded) {
    Set<Source> given = loaded.modules().stream().map(m -> m.source()).collect(Collectors.toSet());
    List<Scenario> scenarios =
        program.policy().scenarios().stream()
            .filter(s -> given.contains(s.declared().source()) && isAsked(s))
            .toList();
    Wording words = shared.words(terminal);
    List<Result> results = new ArrayList<>();
    try (Progress progress = new Progress(terminal, scenarios.size(), words.say("scenarios"))) {
      for (Scenario scenario : scenarios) {
        results.add(RunScenarios.one(program, scenario));
        progress.step();
      }
    }
    return results;
  }

  private boolean isAsked(Scenario scenario) {
    return Stream.of(
            scenario.module(),
            scenario.title().zh(),
            scenario.title().en(),
            scenario.caseId().orElse(""))
        .collect(Collectors.joining(" "))
        .contains(filter);
  }
}

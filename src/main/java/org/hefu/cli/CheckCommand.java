package org.hefu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hefu.Load;
import org.hefu.problem.Problem;
import org.hefu.problem.ProblemJson;
import org.hefu.problem.ReadFile;
import org.hefu.problem.Sarif;
import org.hefu.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with policies. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  /** In what form to report. */
  enum Format {
    FRAMES,
    LINES,
    JSON,
    SARIF;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int EXPLAINED = 3;

  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "PATHS")
  List<String> paths = new ArrayList<>();

  @Option(names = "--no-library")
  boolean withoutLibrary;

  @Option(names = "--format", paramLabel = "FORMAT")
  Format format = Format.FRAMES;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Load.Loaded loaded = load();
    List<Problem> problems = loaded.problems();
    switch (format) {
      case FRAMES -> {
        terminal.out().print(shared.frames(terminal, problems));
        terminal.out().println(summary(problems, loaded.modules().size()));
        more(problems);
      }
      case LINES -> terminal.out().print(shared.lines(terminal, problems));
      case JSON -> terminal.out().println(ProblemJson.text(problems));
      case SARIF ->
          terminal
              .out()
              .println(Sarif.text(problems, shared.language(terminal), VersionCommand.number()));
    }
    if (DecideCommand.isUnreadable(problems)) {
      return Exit.BAD_INPUT;
    }
    return problems.stream().anyMatch(Problem::isError) ? Exit.BAD_POLICY : Exit.FINE;
  }

  private Load.Loaded load() {
    if (!paths.contains("-")) {
      return Load.paths(paths.stream().map(Path::of).toList(), !withoutLibrary);
    }
    if (paths.size() > 1) {
      throw new Misuse(shared.words(terminal).say("dash-alone"));
    }
    ReadFile.Read read = ReadFile.from(shared.words(terminal).say("standard-input"), terminal.in());
    Load.Loaded loaded = Load.texts(List.of(read.source()), !withoutLibrary);
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(loaded.problems());
    return new Load.Loaded(loaded.policy(), loaded.modules(), problems);
  }

  /** Where to read on; not of every problem, since who mends one often mends another with it. */
  private void more(List<Problem> problems) {
    String ids =
        problems.stream()
            .filter(Problem::isError)
            .map(p -> p.code().id())
            .distinct()
            .limit(EXPLAINED)
            .collect(Collectors.joining(" "));
    if (!ids.isEmpty()) {
      terminal.out().println(shared.words(terminal).say("explain-more", ids));
    }
  }

  private String summary(List<Problem> problems, int files) {
    Wording words = shared.words(terminal);
    long errors = problems.stream().filter(Problem::isError).count();
    long warnings = problems.size() - errors;
    if (problems.isEmpty()) {
      return words.say("no-problems", Counted.files(files, words));
    }
    List<String> found = new ArrayList<>();
    if (errors > 0) {
      found.add(Counted.of(errors, "error", words));
    }
    if (warnings > 0) {
      found.add(Counted.of(warnings, "warning", words));
    }
    return words.say("problems", String.join(words.say("and"), found), Counted.files(files, words));
  }
}

package org.hefu.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hefu.Load;
import org.hefu.RunScenarios;
import org.hefu.doc.Book;
import org.hefu.doc.Coverage;
import org.hefu.doc.Site;
import org.hefu.doc.Trial;
import org.hefu.engine.Program;
import org.hefu.model.Scenario;
import org.hefu.problem.Problem;
import org.hefu.text.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes pages for readers: a site of the instruments, or the coverage of their articles. */
@Command(name = "doc")
final class DocCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  @Parameters(arity = "0..*", paramLabel = "FILE|DIR", descriptionKey = "PATHS")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--no-library")
  boolean withoutLibrary;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR")
  @Nullable Path out;

  @Option(names = "--coverage")
  boolean coverage;

  DocCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, URISyntaxException {
    Path to = out;
    if (to == null && !coverage) {
      throw new Misuse(shared.words(terminal).say("doc-what"));
    }
    List<Path> meant = paths.isEmpty() ? TestCommand.here() : paths;
    if (meant.isEmpty()) {
      throw new Misuse(shared.words(terminal).say("nothing-to-test"));
    }
    Load.Loaded loaded = Load.paths(meant, !withoutLibrary);
    List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty() || loaded.policy().isEmpty()) {
      terminal.err().print(shared.frames(terminal, errors));
      return DecideCommand.isUnreadable(errors) ? Exit.BAD_INPUT : Exit.BAD_POLICY;
    }
    Book book = book(Program.of(loaded.policy().get()));
    if (to != null) {
      site(book, to);
    }
    if (coverage) {
      terminal.out().print(Coverage.page(book));
    }
    return Exit.FINE;
  }

  private Book book(Program program) {
    List<Scenario> scenarios = program.policy().scenarios();
    List<Trial> trials = new ArrayList<>();
    Wording words = shared.words(terminal);
    try (Progress progress = new Progress(terminal, scenarios.size(), words.say("scenarios"))) {
      for (Scenario scenario : scenarios) {
        trials.add(Trial.of(scenario, RunScenarios.one(program, scenario).decision()));
        progress.step();
      }
    }
    return new Book(program.policy(), trials);
  }

  private void site(Book book, Path to) throws IOException {
    Map<String, String> files = Site.of(book);
    try {
      Files.createDirectories(to);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(to.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new Misuse(shared.words(terminal).say("cannot-write", to, e));
    }
    long pages = files.keySet().stream().filter(f -> f.endsWith(".html")).count();
    terminal
        .err()
        .println(shared.words(terminal).say("pages-written", pages, to.resolve("index.html")));
  }
}

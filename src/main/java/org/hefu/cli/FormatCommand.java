package org.hefu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hefu.format.Format;
import org.hefu.parse.Parse;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays out policies. A file that cannot be read without a problem stays as it is. */
@Command(name = "fmt")
final class FormatCommand implements Callable<Integer> {
  private final Terminal terminal;
  private boolean differs;
  private int worst = Exit.FINE;

  @Mixin Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "PATHS")
  List<String> paths = new ArrayList<>();

  @Option(names = "--check")
  boolean check;

  @Option(
      names = "--keywords",
      paramLabel = "zh|en",
      converter = Shared.Languages.class,
      completionCandidates = Shared.Languages.class)
  @Nullable Language keywords;

  FormatCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (paths.contains("-") && paths.size() > 1) {
      throw new Misuse(shared.words(terminal).say("dash-alone"));
    }
    for (String path : paths) {
      if (path.equals("-")) {
        standardInput();
      } else {
        files(Path.of(path)).forEach(this::file);
      }
    }
    return worst != Exit.FINE ? worst : check && differs ? Exit.BAD_INPUT : Exit.FINE;
  }

  private void standardInput() {
    ReadFile.Read read = ReadFile.from(shared.words(terminal).say("standard-input"), terminal.in());
    Optional<String> formatted = formatted(read);
    formatted.ifPresent(text -> differs = !text.equals(read.source().text()));
    if (!check) {
      formatted.ifPresent(terminal.out()::print);
    }
  }

  private void file(Path path) {
    ReadFile.Read read = ReadFile.at(path);
    Optional<String> formatted = formatted(read);
    if (formatted.isEmpty() || formatted.get().equals(read.source().text())) {
      return;
    }
    differs = true;
    terminal.out().println(path);
    if (!check) {
      try {
        Files.writeString(path, formatted.get());
      } catch (IOException e) {
        terminal.err().println("hefu: " + shared.words(terminal).say("cannot-write", path));
        worst = Exit.BAD_INPUT;
      }
    }
  }

  /** Empty, and reported, if the text has problems. */
  private Optional<String> formatted(ReadFile.Read read) {
    Source source = read.source();
    List<Problem> problems = new ArrayList<>(read.problems());
    if (problems.isEmpty()) {
      problems.addAll(Parse.file(source).problems());
    }
    if (problems.isEmpty()) {
      return Optional.of(Format.text(Parse.tokens(source), source, Optional.ofNullable(keywords)));
    }
    terminal.err().print(shared.frames(terminal, problems));
    worst =
        Math.max(worst, DecideCommand.isUnreadable(problems) ? Exit.BAD_INPUT : Exit.BAD_POLICY);
    return Optional.empty();
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(f -> f.toString().endsWith(".hefu") && Files.isRegularFile(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

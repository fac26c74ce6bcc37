package org.hefu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.hefu.problem.Code;
import org.hefu.problem.PageJson;
import org.hefu.problem.ProblemPage;
import org.hefu.text.Nearest;
import org.hefu.text.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the pages on problems, or lists them. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Shared shared = new Shared();

  @Parameters(
      arity = "0..*",
      paramLabel = "PROBLEM",
      descriptionKey = "PROBLEM",
      completionCandidates = Ids.class)
  List<String> problems = new ArrayList<>();

  @Option(names = "--format", paramLabel = "FORMAT")
  DecideCommand.Format format = DecideCommand.Format.TEXT;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Code> meant = new ArrayList<>();
    for (String problem : problems) {
      meant.add(code(problem));
    }
    List<Code> codes = meant.isEmpty() ? List.of(Code.values()) : meant;
    List<ProblemPage> pages = codes.stream().distinct().map(ProblemPage::of).toList();
    if (format == DecideCommand.Format.JSON) {
      terminal.out().println(PageJson.text(pages));
    } else if (meant.isEmpty()) {
      terminal.out().print(text().list(pages));
    } else {
      for (ProblemPage page : pages) {
        terminal.out().print((page == pages.getFirst() ? "" : "\n") + text().page(page));
      }
    }
    return Exit.FINE;
  }

  private PageText text() {
    return new PageText(shared.words(terminal), shared.isColoured(terminal));
  }

  /** As it is called or, in brackets, as a report prints it. */
  private Code code(String problem) {
    String id = problem.replaceFirst("^\\[(.*)]$", "$1");
    return Arrays.stream(Code.values())
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private Misuse unknown(String id) {
    Wording words = shared.words(terminal);
    List<String> ids = new ArrayList<>();
    new Ids().forEach(ids::add);
    String nearest = Nearest.to(id, ids).map(n -> words.say("did-you-mean", n)).orElse("");
    return new Misuse(words.say("unknown-problem", id) + nearest);
  }

  /** The names of all problems. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Code.values()).map(Code::id).iterator();
    }
  }
}

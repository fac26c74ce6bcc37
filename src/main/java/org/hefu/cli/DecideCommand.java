package org.hefu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.decide.DecisionJson;
import org.hefu.decide.Explain;
import org.hefu.decide.Look;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Modules;
import org.hefu.fact.ReadFlow;
import org.hefu.grant.ReadGrants;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.seek.Decide;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides flows and says why. */
@Command(name = "decide")
final class DecideCommand implements Callable<Integer> {
  /** In what form to answer. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int WIDTH = 100;
  private static final int KIBI = 1024;

  private final Terminal terminal;

  @Mixin Shared shared = new Shared();
  @Mixin PolicyOptions policies = new PolicyOptions();

  @Parameters(arity = "1..*", paramLabel = "FLOW", descriptionKey = "FLOW")
  List<String> flows = new ArrayList<>();

  @Option(
      names = {"-g", "--grants"},
      paramLabel = "FILE")
  @Nullable Path grants;

  @Option(names = Modules.OPTION, paramLabel = "MODULE")
  List<String> using = new ArrayList<>();

  @Option(names = "--with-drafts")
  boolean withDrafts;

  @Option(names = "--format", paramLabel = "FORMAT")
  Format format = Format.TEXT;

  @Option(names = "--brief")
  boolean brief;

  @Option(names = "--yaml")
  boolean yaml;

  @Option(names = "--lines")
  boolean lines;

  /** Whether something has been written. */
  private boolean hasShown;

  DecideCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (policies.withoutLibrary && policies.policies.isEmpty()) {
      throw new Misuse(shared.words(terminal).say("no-policy"));
    }
    prepare();
    Load.Loaded loaded = Load.ready(policies.policies, !policies.withoutLibrary);
    Optional<Policy> policy = loaded.policy();
    if (policy.isEmpty()) {
      return badPolicy(errors(loaded.problems()));
    }
    List<Problem> unknown = Modules.problems(using, policy.get());
    if (!unknown.isEmpty()) {
      terminal.err().print(shared.frames(terminal, unknown));
      return Exit.MISUSE;
    }
    Optional<Policy> granted = granted(policy.get());
    if (granted.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    String standardInput = shared.words(terminal).say("standard-input");
    Flows all = new Flows(terminal, standardInput, yaml, lines, flows);
    // To get ready for many takes longer than to decide a few.
    return decide(all.areMany() ? Program.of(granted.get()) : Program.once(granted.get()), all);
  }

  /** With the grants of the file, where one is given; empty, and told, if they cannot be used. */
  private Optional<Policy> granted(Policy policy) {
    if (grants == null) {
      return Optional.of(policy);
    }
    int total = (int) Math.min(Integer.MAX_VALUE, grants.toFile().length() / KIBI);
    ReadGrants.Result read;
    try (Progress progress =
        new Progress(terminal, total, shared.words(terminal).say("kb-of-grants"))) {
      read =
          ReadGrants.file(
              grants, policy, bytes -> progress.to((int) Math.min(total, bytes / KIBI)));
    }
    terminal.err().print(shared.frames(terminal, read.problems()));
    return read.policy();
  }

  /** Gets ready what does not hang on the policy, while it is loaded. */
  private void prepare() {
    Thread.Builder ready = Thread.ofPlatform().daemon().name("hefu-prepare");
    ready.start(() -> {
      ReadFlow.prepare();
      if (format == Format.TEXT) {
        Explain.prepare(shared.language(terminal));
      }
    });
  }

  private int badPolicy(List<Problem> errors) {
    if (errors.isEmpty()) {
      terminal.err().println("hefu: " + shared.words(terminal).say("no-request"));
    }
    terminal.err().print(shared.frames(terminal, errors));
    return isUnreadable(errors) ? Exit.BAD_INPUT : Exit.BAD_POLICY;
  }

  /**
   * What came of a flow.
   *
   * @param said of its decision
   * @param outcome none where it could not be decided
   */
  private record Told(
      Flows.Found flow, List<Problem> problems, String said, Optional<Outcome> outcome) {}

  private int decide(Program program, Flows all) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    boolean[] bad = new boolean[1];
    try (Progress progress =
        new Progress(terminal, (int) (all.size() / KIBI), shared.words(terminal).say("kib"))) {
      long[] read = new long[1];
      Consumer<Told> show =
          told -> {
            show(told, all.areSeveral());
            told.outcome().ifPresent(outcomes::add);
            bad[0] |= told.problems().stream().anyMatch(Problem::isError);
            read[0] += told.flow().size();
            progress.to((int) (read[0] / KIBI));
          };
      Asked asked = new Asked(new TreeSet<>(using), withDrafts);
      if (all.areMany()) {
        try (InOrder<Told> each = new InOrder<>(show)) {
          all.each(
              flow -> each.add(() -> tell(program, asked, flow, true)),
              () -> {
                each.finish();
                terminal.out().flush();
              });
          each.finish();
        }
      } else {
        all.each(
            flow -> show.accept(tell(program, asked, flow, all.areSeveral())),
            terminal.out()::flush);
      }
    }
    if (bad[0]) {
      return Exit.BAD_INPUT;
    }
    if (outcomes.isEmpty()) {
      terminal.err().println("hefu: " + shared.words(terminal).say("no-flow"));
      return Exit.BAD_INPUT;
    }
    return Outcome.worst(outcomes).exitCode();
  }

  /** Any thread may ask. */
  private Told tell(Program program, Asked asked, Flows.Found flow, boolean isOneOfSeveral) {
    List<Problem> problems = new ArrayList<>(flow.read().problems());
    if (!problems.isEmpty()) {
      return new Told(flow, problems, "", Optional.empty());
    }
    ReadFlow.Result result = ReadFlow.file(flow.read().source(), flow.yaml(), program.policy());
    problems.addAll(result.problems());
    Optional<Decision> decision = result.facts().map(facts -> Decide.flow(program, facts, asked));
    String said = decision.map(d -> said(flow.name(), isOneOfSeveral, d)).orElse("");
    return new Told(flow, problems, said, decision.map(Decision::outcome));
  }

  private String said(String flow, boolean isOneOfSeveral, Decision decision) {
    if (format == Format.JSON) {
      return json(flow, isOneOfSeveral, decision);
    }
    Look look = new Look(shared.language(terminal), shared.isColoured(terminal), WIDTH);
    return brief ? Explain.brief(decision, look) : Explain.text(decision, look);
  }

  private void show(Told told, boolean isOneOfSeveral) {
    if (told.outcome().isPresent()) {
      if (format == Format.JSON) {
        terminal.out().println(told.said());
      } else {
        if (isOneOfSeveral) {
          terminal.out().println((hasShown ? "\n" : "") + "── " + told.flow().name());
          hasShown = true;
        }
        terminal.out().print(told.said());
      }
    }
    if (!told.problems().isEmpty()) {
      terminal.err().print(shared.frames(terminal, told.problems()));
    }
  }

  private String json(String flow, boolean isOneOfSeveral, Decision decision) {
    if (brief) {
      return isOneOfSeveral
          ? DecisionJson.briefLine(decision, flow)
          : DecisionJson.briefText(decision, flow);
    }
    return isOneOfSeveral ? DecisionJson.line(decision, flow) : DecisionJson.text(decision, flow);
  }

  private static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(Problem::isError).toList();
  }

  static boolean isUnreadable(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.code() == Code.CANNOT_READ);
  }
}

package org.hefu.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;
import org.hefu.Load;
import org.hefu.fact.Modules;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Decides a flow or a scenario under a debugger, which it waits for. */
@Command(name = "debug")
final class DebugCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Terminal terminal;

  @Mixin Shared shared = new Shared();
  @Mixin PolicyOptions policies = new PolicyOptions();

  @Parameters(arity = "0..1", paramLabel = "FLOW", descriptionKey = "FLOW")
  @Nullable Path flow;

  @Option(names = "--scenario", paramLabel = "TITLE")
  @Nullable String scenario;

  @Option(names = Modules.OPTION, paramLabel = "MODULE")
  List<String> using = new ArrayList<>();

  @Option(names = "--port", paramLabel = "PORT")
  int port;

  @Option(names = "--stop-at-start")
  boolean stopAtStart;

  DebugCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if ((flow == null) == (scenario == null)) {
      throw new Misuse(shared.words(terminal).say("flow-or-scenario"));
    }
    Load.Loaded loaded = Load.paths(policies.policies, !policies.withoutLibrary);
    List<Problem> problems = loaded.problems().stream().filter(Problem::isError).toList();
    if (loaded.policy().isEmpty()) {
      terminal.err().print(shared.frames(terminal, problems));
      return DecideCommand.isUnreadable(problems) ? Exit.BAD_INPUT : Exit.BAD_POLICY;
    }
    problems = Modules.problems(using, loaded.policy().get());
    if (!problems.isEmpty()) {
      terminal.err().print(shared.frames(terminal, problems));
      return Exit.MISUSE;
    }
    problems = wrong(loaded.policy().get());
    if (!problems.isEmpty()) {
      terminal.err().print(shared.frames(terminal, problems));
      return Exit.BAD_INPUT;
    }
    return debug();
  }

  /** What is wrong with the flow; a scenario must be there. */
  private List<Problem> wrong(Policy policy) {
    if (flow == null) {
      String title = String.valueOf(scenario);
      if (policy.scenarios().stream().noneMatch(s -> s.isTitled(title))) {
        throw new Misuse(shared.words(terminal).say("no-scenario", title));
      }
      return List.of();
    }
    ReadFile.Read read = ReadFile.at(flow);
    return read.problems().isEmpty()
        ? ReadFlow.file(read.source(), isYaml(flow), policy).problems().stream()
            .filter(Problem::isError)
            .toList()
        : read.problems();
  }

  private static boolean isYaml(Path flow) {
    return flow.toString().endsWith(".yaml") || flow.toString().endsWith(".yml");
  }

  private int debug() throws IOException {
    int on = port == 0 ? free() : port;
    Context context =
        Context.newBuilder("hefu")
            .allowIO(IOAccess.ALL)
            .out(terminal.out())
            .err(terminal.err())
            // Always: the loopback address, so that nobody else can look into flows.
            .option("dap", "127.0.0.1:" + on)
            .option("dap.WaitAttached", "true")
            .option("dap.Suspend", Boolean.toString(stopAtStart))
            .build();
    terminal.err().println("hefu: " + shared.words(terminal).say("waiting", on));
    terminal.err().flush();
    try {
      String outcome = context.eval(request()).asString();
      return Outcome.called(outcome).map(Outcome::exitCode).orElse(Exit.INTERNAL);
    } catch (PolyglotException e) {
      terminal.err().println("hefu: " + e.getMessage());
      return Exit.INTERNAL;
    } finally {
      close(context);
    }
  }

  /** Tells the debugger that it is over; one that stays on all the same is not waited for. */
  private static void close(Context context) {
    Thread closing = Thread.ofPlatform().daemon().start(context::close);
    try {
      closing.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Source request() throws IOException {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("policies", policies.policies.stream().map(Path::toString).toList());
    request.put("library", !policies.withoutLibrary);
    Optional.ofNullable(flow).ifPresent(f -> request.put("flow", f.toString()));
    Optional.ofNullable(scenario).ifPresent(s -> request.put("scenario", s));
    request.put("using", using);
    request.put("language", shared.language(terminal) == Language.ZH ? "zh" : "en");
    return Source.newBuilder("hefu", JsonMapper.shared().writeValueAsString(request), "debug")
        .mimeType("application/x-hefu-debug+json")
        .internal(true)
        .build();
  }
}

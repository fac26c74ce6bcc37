package org.hefu.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hefu.Load;
import org.hefu.fact.FlowSchema;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the JSON Schema of the flows that a policy decides. */
@Command(name = "schema")
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Shared shared = new Shared();
  @Mixin PolicyOptions policies = new PolicyOptions();

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (policies.withoutLibrary && policies.policies.isEmpty()) {
      throw new Misuse(shared.words(terminal).say("no-policy"));
    }
    Load.Loaded loaded = Load.paths(policies.policies, !policies.withoutLibrary);
    Optional<Policy> policy = loaded.policy();
    if (policy.isEmpty()) {
      List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
      terminal.err().print(shared.frames(terminal, errors));
      return DecideCommand.isUnreadable(errors) ? Exit.BAD_INPUT : Exit.BAD_POLICY;
    }
    terminal.out().println(FlowSchema.text(policy.get().request(), shared.language(terminal)));
    return Exit.FINE;
  }
}

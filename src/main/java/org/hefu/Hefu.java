package org.hefu;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.decide.Decision;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.Modules;
import org.hefu.fact.ReadFlow;
import org.hefu.grant.ReadGrants;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.seek.Decide;
import org.hefu.text.Source;
import tools.jackson.databind.json.JsonMapper;

/**
 * A loaded policy that decides flows. Threads may share it: load once, decide often.
 *
 * <pre>{@code
 * Hefu hefu = Hefu.load(List.of(Path.of("our-rules.hefu")));   // with the library's law
 * Decision decision = hefu.decide(hefu.facts("{\"act\": \"export\", \"on\": \"2026-06-30\"}"));
 * if (decision.outcome() != Outcome.PERMITTED) { … decision.missing() … decision.requirements() … }
 * }</pre>
 */
public final class Hefu {
  private final Program program;
  private final Pace pace = new Pace();

  /** The modules that were asked last; most questions are put to the same as the one before. */
  private volatile Set<String> lastUsing = Set.of();

  private Hefu(Program program) {
    this.program = program;
  }

  /**
   * The policy of these files and directories, together with the library's law.
   *
   * @throws PolicyException if it has errors
   */
  public static Hefu load(List<Path> paths) {
    return of(Load.ready(paths, true));
  }

  /**
   * The policy of these texts, together with the library's law.
   *
   * @throws PolicyException if it has errors
   */
  public static Hefu loadTexts(List<Source> texts) {
    return of(Load.readyTexts(texts, true));
  }

  /** The library's law alone. */
  public static Hefu library() {
    return of(Load.ready(List.of(), true));
  }

  private static Hefu of(Load.Loaded loaded) {
    return new Hefu(
        Program.of(loaded.policy().orElseThrow(() -> new PolicyException(loaded.problems()))));
  }

  /**
   * The same policy with the grants of a file, JSON Lines or CSV, beside its own. Facts read for
   * the policy without them cannot be decided with it.
   *
   * @throws PolicyException if something is wrong with them
   */
  public Hefu withGrants(Path file) {
    ReadGrants.Result result = ReadGrants.file(file, policy(), _ -> {});
    return new Hefu(
        Program.of(result.policy().orElseThrow(() -> new PolicyException(result.problems()))));
  }

  public Policy policy() {
    return program.policy();
  }

  /**
   * The facts of a flow in JSON.
   *
   * @throws PolicyException if something in it is no fact, or no value of one
   */
  public Facts facts(String json) {
    ReadFlow.Result result = ReadFlow.file(new Source("flow", json), false, program.policy());
    return result.facts().orElseThrow(() -> new PolicyException(result.problems()));
  }

  /**
   * The facts of a flow by name: strings, numbers, booleans, dates, lists, and maps for groups of
   * facts.
   *
   * @throws PolicyException if something in it is no fact, or no value of one
   */
  public Facts facts(Map<String, ?> flow) {
    return facts(JsonMapper.shared().writeValueAsString(flow));
  }

  /**
   * The outcome with its reasons, under all texts in force on the flow's date.
   *
   * @throws IllegalArgumentException if the facts were read for another policy, or were stated by
   *     hand and lack one that must be stated
   */
  public Decision decide(Facts facts) {
    pace.count();
    return Decide.flow(program, facts, Asked.ALL);
  }

  /**
   * The outcome with its reasons, as far as these modules say; under all texts where none is named.
   *
   * @throws PolicyException if one of them is no module of the policy that has a text
   */
  public Decision decide(Facts facts, Set<String> using) {
    return decide(facts, Asked.of(using));
  }

  /**
   * The outcome with its reasons, as asked; {@code ifAdopted} in it is what drafts would change.
   *
   * @throws PolicyException if a module that is asked is none of the policy that has a text
   */
  public Decision decide(Facts facts, Asked asked) {
    pace.count();
    return Decide.flow(program, facts, known(asked));
  }

  /**
   * The outcome alone, many times faster than with its reasons; after a thousand by code of the
   * policy's own, on any runtime.
   *
   * @throws IllegalArgumentException if the facts were read for another policy, or were stated by
   *     hand and lack one that must be stated
   */
  public Outcome outcome(Facts facts) {
    return Decide.outcome(program, facts, Asked.ALL);
  }

  /**
   * The outcome alone, as far as these modules say; under all texts where none is named.
   *
   * @throws PolicyException if one of them is no module of the policy that has a text
   */
  public Outcome outcome(Facts facts, Set<String> using) {
    return Decide.outcome(program, facts, known(Asked.of(using)));
  }

  /** The same, of modules that are there. Always: who changes the set is asked again. */
  private Asked known(Asked asked) {
    if (asked.using() == lastUsing) {
      return asked;
    }
    List<Problem> problems = Modules.problems(asked.using(), policy());
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    Set<String> using = Set.copyOf(asked.using());
    lastUsing = using;
    return new Asked(using, asked.withDrafts());
  }
}

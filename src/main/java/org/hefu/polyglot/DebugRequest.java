package org.hefu.polyglot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.hefu.engine.Asked;
import org.hefu.fact.Facts;
import org.hefu.fact.Modules;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a debugger is to go through: a flow, or a scenario, under a policy.
 *
 * @param flow a file; empty where a scenario is meant
 * @param scenario its title; empty where a flow is meant
 */
record DebugRequest(
    List<Path> policies,
    boolean withLibrary,
    Optional<Path> flow,
    Optional<String> scenario,
    Set<String> using,
    Language language) {
  static final String MIME = "application/x-hefu-debug+json";

  static DebugRequest of(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    return new DebugRequest(
        texts(node.path("policies")).map(Path::of).toList(),
        node.path("library").asBoolean(true),
        Optional.ofNullable(node.get("flow")).map(f -> Path.of(f.asString())),
        Optional.ofNullable(node.get("scenario")).map(JsonNode::asString),
        new TreeSet<>(texts(node.path("using")).toList()),
        node.path("language").asString("en").equals("zh") ? Language.ZH : Language.EN);
  }

  private static java.util.stream.Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString);
  }

  /** What is asked of which modules. */
  Asked asked(Policy policy) {
    List<Problem> problems = Modules.problems(using, policy);
    if (!problems.isEmpty()) {
      throw new FaultyPolicy(problems, null);
    }
    return Asked.of(meant(policy).map(Scenario::using).orElse(using));
  }

  /** The facts of the flow or scenario under the policy. */
  Facts facts(Policy policy) {
    if (flow.isPresent()) {
      ReadFile.Read read = ReadFile.at(flow.get());
      String name = flow.get().toString();
      boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
      ReadFlow.Result result = ReadFlow.file(read.source(), yaml, policy);
      return result.facts().orElseThrow(() -> new FaultyPolicy(result.problems(), null));
    }
    Scenario one = meant(policy).orElseThrow();
    return Facts.of(policy, one.given(), one.parts());
  }

  private Optional<Scenario> meant(Policy policy) {
    return scenario.flatMap(
        title -> policy.scenarios().stream().filter(s -> s.isTitled(title)).findFirst());
  }
}

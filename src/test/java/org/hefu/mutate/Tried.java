package org.hefu.mutate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.hefu.Load;
import org.hefu.RunScenarios;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.engine.Program;
import org.hefu.model.Policy;
import org.hefu.model.Scenario;
import org.hefu.parse.Parse;
import org.hefu.problem.ReadFile;
import org.hefu.syntax.Module;

/** Modules whose scenarios pass, to try mutants of them on. */
final class Tried {
  /** By their names. */
  private final Map<String, Load.Opened> modules = new LinkedHashMap<>();

  /** For each module the scenarios that cite it, or in which a rule of it speaks. */
  private final Map<String, Set<Integer>> speaking = new ConcurrentHashMap<>();

  /** For each module the scenarios that told a mutant of it, the last one first. */
  private final Map<String, Deque<Integer>> telling = new ConcurrentHashMap<>();

  /** What became of a mutant; nobody told it where it survived. */
  record Fate(Mutant mutant, Optional<String> toldBy) {}

  private Tried(Collection<Path> files) {
    for (Path file : files) {
      var parsed = Parse.file(ReadFile.at(file).source());
      modules.put(parsed.module().name().orElseThrow().toString(), new Load.Opened(parsed, file));
    }
  }

  static Tried modules(Collection<Path> files) {
    Tried tried = new Tried(files);
    Load.Loaded loaded = Load.named(List.copyOf(tried.modules.values())).loaded();
    tried.run(
        loaded.policy().orElseThrow(() -> new IllegalStateException(loaded.problems().toString())));
    return tried;
  }

  /** All modules of which there may be mutants. */
  List<Module> modules() {
    return modules.values().stream().map(m -> m.parsed().module()).toList();
  }

  /** The scenarios as they are; each must pass. */
  private void run(Policy policy) {
    Program program = Program.of(policy);
    IntStream.range(0, policy.scenarios().size())
        .parallel()
        .mapToObj(i -> {
          RunScenarios.Result result = RunScenarios.one(program, policy.scenarios().get(i));
          if (!result.hasPassed()) {
            throw new IllegalStateException(
                "a scenario fails before anything is shifted: " + result.scenario().title().en());
          }
          return Map.entry(i, result);
        })
        .toList()
        .forEach(e -> take(e.getKey(), e.getValue()));
  }

  private void take(int scenario, RunScenarios.Result result) {
    Set<String> speak = new HashSet<>();
    result.scenario().citing().forEach(c -> speak.add(c.module()));
    Decision decision = result.decision();
    for (List<Finding> findings :
        List.of(decision.findings(), decision.duties(), decision.advice())) {
      for (Finding finding : findings) {
        if (finding.standing() != Finding.Standing.NOT_APPLIED) {
          speak.add(finding.rule().instrument().module());
        }
      }
    }
    for (String module : speak) {
      speaking.computeIfAbsent(module, _ -> new LinkedHashSet<>()).add(scenario);
    }
  }

  /** Replaces its module alone, and runs the scenarios until one does not pass. */
  Fate fate(Mutant mutant) {
    List<Load.Opened> all = new ArrayList<>();
    modules.forEach((name, module) ->
        all.add(
            name.equals(mutant.module())
                ? new Load.Opened(Parse.file(mutant.source()), module.file())
                : module));
    Optional<Policy> policy = Load.named(all).loaded().policy();
    if (policy.isEmpty()) {
      return new Fate(mutant, Optional.of("the checker"));
    }
    Program program = Program.of(policy.get());
    List<Scenario> scenarios = policy.get().scenarios();
    for (int i : order(mutant.module(), scenarios.size())) {
      if (!RunScenarios.one(program, scenarios.get(i)).hasPassed()) {
        tell(mutant.module(), i);
        return new Fate(mutant, Optional.of("\"" + scenarios.get(i).title().en() + '"'));
      }
    }
    return new Fate(mutant, Optional.empty());
  }

  /** All scenarios, those first that are likely to tell a mutant of the module. */
  private Set<Integer> order(String module, int scenarios) {
    Set<Integer> order = new LinkedHashSet<>(telling(module));
    order.addAll(speaking.getOrDefault(module, Set.of()));
    IntStream.range(0, scenarios).forEach(order::add);
    return order;
  }

  private void tell(String module, int scenario) {
    Deque<Integer> told = telling(module);
    told.removeFirstOccurrence(scenario);
    told.addFirst(scenario);
  }

  private Deque<Integer> telling(String module) {
    return telling.computeIfAbsent(module, _ -> new ConcurrentLinkedDeque<>());
  }
}

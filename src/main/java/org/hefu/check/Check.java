package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Effect;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.problem.Problem;
import org.hefu.syntax.Module;

/** Works out what modules mean together, or says what is wrong with them. */
public final class Check {
  private Check() {}

  public static Checked modules(List<Module> modules) {
    World world = new World();
    Definitions definitions = new Definitions(world);
    new Modules(world).run(modules);
    new Kinds(world).run();
    new Requests(world).run();
    new Instruments(world, definitions).run();
    definitions.run();
    new Rules(world, definitions).run();
    Defeats defeats = new Defeats(world);
    List<Set<Integer>> defeaters = defeats.run();
    List<Rule> ordered = defeats.ordered();
    new Scenarios(world, definitions).run();
    Optional<Policy> policy = policy(world, modules, ordered, defeaters);
    // The same problem may be met on several ways; it is told once.
    List<Problem> problems = new ArrayList<>(new LinkedHashSet<>(world.problems));
    problems.sort(null);
    boolean sound = problems.stream().noneMatch(Problem::isError);
    return new Checked(sound ? policy : Optional.empty(), List.copyOf(problems));
  }

  private static Optional<Policy> policy(
      World world, List<Module> modules, List<Rule> ordered, List<Set<Integer>> defeaters) {
    if (world.request == null) {
      return Optional.empty();
    }
    Map<Integer, Rule> placed = new HashMap<>();
    List<Rule> rules = new ArrayList<>();
    List<Rule> presuming = new ArrayList<>();
    for (Rule rule : ordered) {
      if (!(rule.effect() instanceof Effect.Presume)) {
        Rule at = at(rule, rules.size());
        placed.put(rule.index(), at);
        rules.add(at);
      }
    }
    for (Rule rule : ordered) {
      if (rule.effect() instanceof Effect.Presume) {
        presuming.add(at(rule, rules.size() + presuming.size()));
      }
    }
    // Rules that share a set of defeaters go on sharing it.
    IdentityHashMap<Set<Integer>, int[]> shared = new IdentityHashMap<>();
    List<int[]> indices = new ArrayList<>();
    for (Rule rule : ordered) {
      if (placed.containsKey(rule.index())) {
        indices.add(
            shared.computeIfAbsent(
                defeaters.get(rule.index()),
                set ->
                    set.stream()
                        .map(placed::get)
                        .filter(Objects::nonNull)
                        .mapToInt(Rule::index)
                        .toArray()));
      }
    }
    List<Step> steps = new Order(world).run(presuming);
    return Optional.of(
        new Policy(
            modules.stream().map(Module::source).toList(),
            world.request,
            world.slots(),
            List.copyOf(world.words),
            List.copyOf(world.instruments),
            List.copyOf(world.procedures),
            List.copyOf(world.questions),
            List.copyOf(steps),
            List.copyOf(rules),
            List.copyOf(indices),
            List.copyOf(world.scenarios)));
  }

  private static Rule at(Rule rule, int index) {
    return new Rule(
        index,
        rule.names(),
        rule.instrument(),
        rule.citations(),
        rule.effect(),
        rule.act(),
        rule.when(),
        rule.unless(),
        rule.yieldsTo(),
        rule.consequences(),
        rule.declared());
  }
}

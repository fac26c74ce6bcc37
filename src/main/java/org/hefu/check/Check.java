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
import java.util.function.Function;
import java.util.stream.Stream;
import org.hefu.model.Covering;
import org.hefu.model.Effect;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Sources;
import org.hefu.model.Step;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Module;
import org.hefu.syntax.Table;
import org.hefu.syntax.Token;
import org.hefu.text.Source;

/** Works out what modules mean together, or says what is wrong with them. */
public final class Check {
  private Check() {}

  /**
   * @param tables the files of the modules' lists
   * @param literals reads a cell as the value that a policy would write so
   * @param advised of which modules to say, too, what is not wrong but surely not meant
   * @param tokens of a text that stands by itself, to tell keywords within a name
   * @param uses takes down which place speaks of what
   */
  public static Checked modules(
      List<Module> modules,
      List<Table> tables,
      Function<Table.Cell, Optional<Expr>> literals,
      Set<Source> advised,
      Function<String, List<Token>> tokens,
      Uses uses) {
    World world = new World(tokens, uses);
    Definitions definitions = new Definitions(world);
    new Modules(world).run(modules);
    new Kinds(world).run();
    new Requests(world).run();
    new Lists(world, tables, literals).run();
    new RoleLines(world, definitions).run();
    // Before definitions: a tally looks at whether the exemptions it names are in force.
    new Instruments(world, definitions).run();
    definitions.run();
    definitions.grants().run();
    new Rules(world, definitions).run();
    new Accounts(world, definitions).run();
    Defeats defeats = new Defeats(world);
    List<List<Set<Integer>>> defeaters = defeats.run();
    List<Rule> ordered = defeats.ordered();
    new Scenarios(world, definitions).run();
    Optional<Policy> policy = policy(world, modules, ordered, defeaters);
    if (world.problems.stream().noneMatch(Problem::isError)) {
      List<Scope> scopes =
          world.scopes.values().stream().filter(s -> advised.contains(s.module.source())).toList();
      new Unused(world, scopes).run();
      new Unaccounted(world, scopes).run();
      new NeverMet(world, scopes).run();
      new Repeats(world, scopes, defeaters).run();
      new Thresholds(world, scopes, defeaters).run();
      new Cases(world, scopes).run();
    }
    // The same problem may be met on several ways; it is told once.
    List<Problem> problems =
        new ArrayList<>(new LinkedHashSet<>(Modules.withoutWhatFollows(world)));
    problems.sort(null);
    boolean sound = problems.stream().noneMatch(Problem::isError);
    return new Checked(
        sound ? policy : Optional.empty(), List.copyOf(problems), new Meaning(world, defeaters));
  }

  private static Optional<Policy> policy(
      World world, List<Module> modules, List<Rule> ordered, List<List<Set<Integer>>> defeaters) {
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
    List<List<int[]>> indices = new ArrayList<>();
    for (Rule rule : ordered) {
      if (placed.containsKey(rule.index())) {
        indices.add(
            defeaters.get(rule.index()).stream()
                .map(set -> shared.computeIfAbsent(set, _ -> indices(set, placed)))
                .toList());
      }
    }
    List<Step> steps = new Order(world).run(presuming);
    return Optional.of(
        new Policy(
            new Sources(
                Stream.concat(modules.stream().map(Module::source), world.tables.stream())
                    .toList()),
            world.request,
            world.slots(),
            List.copyOf(world.words),
            List.copyOf(world.instruments),
            Accounts.all(world),
            List.copyOf(world.procedures),
            List.copyOf(world.questions),
            List.copyOf(steps),
            List.copyOf(rules),
            List.copyOf(indices),
            List.copyOf(world.scenarios),
            List.copyOf(world.matches),
            world.roles,
            world.coverings.stream().map(Covering::grant).toList(),
            List.copyOf(world.coverings),
            Optional.ofNullable(world.granted),
            Optional.ofNullable(world.stored),
            Optional.ofNullable(world.calendar),
            Tallies.all(world)));
  }

  private static int[] indices(Set<Integer> rules, Map<Integer, Rule> placed) {
    return rules.stream()
        .map(placed::get)
        .filter(Objects::nonNull)
        .mapToInt(Rule::index)
        .sorted()
        .toArray();
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

package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.model.Yielding;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Target;
import org.hefu.text.Span;

/** Pass: which rule may defeat which, and an order in which defeaters come first. */
final class Defeats {
  /** So many defeaters are rather listed once more than shared. */
  private static final int FEW = 64;

  private final World world;
  private final List<List<Set<Integer>>> defeaters = new ArrayList<>();
  private final Cited cited;

  /** What was named as a target, in groups of rules that a defeater reaches all or none of. */
  private final IdentityHashMap<List<Rule>, Collection<Group>> groups = new IdentityHashMap<>();

  /** Sets all of whose rules have their place already; by identity, since many rules share one. */
  private final Set<Set<Integer>> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  Defeats(World world) {
    this.world = world;
    this.cited = new Cited(world.rules);
  }

  /** What decides by which of those who name it a rule may be defeated. */
  private record Trait(Instrument instrument, Yielding yieldsTo, Class<?> effect) {}

  /** Rules that were named together and are alike, and those that may defeat them. */
  private record Group(List<Rule> rules, Set<Span> declared, Set<Integer> defeaters) {
    Rule first() {
      return rules.getFirst();
    }
  }

  /**
   * For each rule the rules that may defeat it, by their places among the world's rules: in one set
   * or in several that have nothing in common, which many rules may share.
   */
  List<List<Set<Integer>>> run() {
    Exemptions exemptions = new Exemptions(world.rules);
    for (Rule rule : world.rules) {
      defeaters.add(
          rule.effect() instanceof Effect.Require ? List.of(exemptions.freeing(rule)) : List.of());
    }
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Rule syntax) {
          named(scope, syntax);
        }
      }
    }
    join();
    return defeaters;
  }

  /** Is the rule in one of the sets? */
  static boolean hold(List<Set<Integer>> sets, int rule) {
    return sets.stream().anyMatch(s -> s.contains(rule));
  }

  /** Is all that is in the others in these sets, too? */
  static boolean holdAll(List<Set<Integer>> sets, List<Set<Integer>> others) {
    return others.stream()
        .allMatch(o -> sets.contains(o) || o.stream().allMatch(r -> hold(sets, r)));
  }

  /** Adds to each rule's defeaters those of the groups it is in; rules in the same share a set. */
  private void join() {
    Map<Integer, List<Group>> of = new LinkedHashMap<>();
    for (Collection<Group> each : groups.values()) {
      for (Group group : each) {
        if (!group.defeaters().isEmpty()) {
          group
              .rules()
              .forEach(r -> of.computeIfAbsent(r.index(), _ -> new ArrayList<>()).add(group));
        }
      }
    }
    IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    Map<List<Integer>, List<Set<Integer>>> shared = new HashMap<>();
    of.forEach((rule, all) -> {
      List<Set<Integer>> sets = new ArrayList<>();
      defeaters.get(rule).stream().filter(s -> !s.isEmpty()).forEach(sets::add);
      all.forEach(g -> sets.add(g.defeaters()));
      List<Integer> key =
          sets.stream().map(s -> numbers.computeIfAbsent(s, _ -> numbers.size())).toList();
      defeaters.set(rule, shared.computeIfAbsent(key, _ -> joined(sets)));
    });
  }

  /** One set of all, unless that would repeat a large one that other rules have, too. */
  private static List<Set<Integer>> joined(List<Set<Integer>> sets) {
    int size = sets.stream().mapToInt(Set::size).sum();
    if (sets.size() > 1 && size > FEW && areDisjoint(sets)) {
      return List.copyOf(sets);
    }
    Set<Integer> joined = new TreeSet<>();
    sets.forEach(joined::addAll);
    return List.of(joined);
  }

  private static boolean areDisjoint(List<Set<Integer>> sets) {
    List<Set<Integer>> smallFirst =
        sets.stream().sorted(Comparator.comparingInt(Set::size)).toList();
    for (int i = 0; i < smallFirst.size(); i++) {
      for (Set<Integer> larger : smallFirst.subList(i + 1, smallFirst.size())) {
        if (smallFirst.get(i).stream().anyMatch(larger::contains)) {
          return false;
        }
      }
    }
    return true;
  }

  static boolean reaches(Rule defeater, Rule rule) {
    return defeater.instrument().isSameAs(rule.instrument())
        || defeater.instrument().rank().isAbove(rule.instrument().rank())
        || rule.yieldsTo().to(defeater.instrument());
  }

  /** The rules in groups that are alike; the same groups for the same list. */
  private Collection<Group> groups(List<Rule> rules) {
    return groups.computeIfAbsent(
        rules,
        _ -> {
          Map<Trait, Group> alike = new LinkedHashMap<>();
          for (Rule rule : rules) {
            Group group =
                alike.computeIfAbsent(
                    new Trait(rule.instrument(), rule.yieldsTo(), rule.effect().getClass()),
                    _ -> new Group(new ArrayList<>(), new HashSet<>(), new TreeSet<>()));
            group.rules().add(rule);
            group.declared().add(rule.declared());
          }
          return alike.values();
        });
  }

  private void add(Group group, Rule defeater) {
    if (!group.declared().contains(defeater.declared())) {
      group.defeaters().add(defeater.index());
      return;
    }
    // A rule that names its own article does not defeat itself.
    List<Rule> others =
        group.rules().stream().filter(r -> !r.declared().equals(defeater.declared())).toList();
    groups(others).forEach(g -> g.defeaters().add(defeater.index()));
  }

  private void named(Scope scope, Declaration.Rule syntax) {
    List<Rule> mine =
        scope.own(Symbol.Space.RULES).get(syntax.called().name().text())
                instanceof Symbol.OfRule symbol
            ? symbol.rules
            : List.of();
    for (Clause clause : syntax.clauses()) {
      switch (clause) {
        case Clause.Permit(_, _, var targets) -> targets.forEach(t -> permit(scope, mine, t));
        case Clause.Overrides(_, var targets) -> targets.forEach(t -> override(scope, mine, t));
        default -> {}
      }
    }
  }

  private void permit(Scope scope, List<Rule> mine, Target target) {
    Optional<List<Rule>> rules = rules(scope, target);
    if (rules.isEmpty()) {
      return;
    }
    List<Group> forbids =
        groups(rules.get()).stream()
            .filter(g -> g.first().effect() instanceof Effect.Forbid)
            .toList();
    if (forbids.isEmpty()) {
      warn(target, "why-permit");
    }
    for (Rule each : mine) {
      for (Group group : forbids) {
        if (reaches(each, group.first())) {
          add(group, each);
        } else {
          warn(target, "why-rank");
        }
      }
    }
  }

  private void override(Scope scope, List<Rule> mine, Target target) {
    Optional<List<Rule>> rules = rules(scope, target);
    if (rules.isEmpty()) {
      return;
    }
    for (Rule each : mine) {
      for (Group group : groups(rules.get())) {
        if (group.declared().equals(Set.of(each.declared()))) {
          continue;
        }
        Rule other = group.first();
        if (other.effect() instanceof Effect.Presume) {
          warn(target, "why-presumption");
          continue;
        }
        boolean sameIssuer =
            !each.instrument().issuer().isEmpty()
                && each.instrument().issuer().equals(other.instrument().issuer());
        if (sameIssuer || reaches(each, other)) {
          add(group, each);
        } else {
          warn(target, "why-issuer");
        }
      }
    }
  }

  private void warn(Target target, String why) {
    world.report(
        Problem.of(Code.ULTRA_VIRES, target.span(), target.span().text(), new Phrase(why)));
  }

  /** The rules spoken of; empty, and reported, if there are none. */
  private Optional<List<Rule>> rules(Scope scope, Target target) {
    Optional<Scope> module = module(scope, target);
    Optional<List<Rule>> found =
        target.citation().isPresent()
            ? cited(module, target.citation().get())
            : target
                .path()
                .flatMap(p ->
                    scope
                        .find(Symbol.Space.RULES, p, world.problems)
                        .filter(f -> f.taken() == p.names().size()))
                .map(f -> ((Symbol.OfRule) f.symbol()).rules);
    boolean isThere =
        target.citation().isEmpty()
            || module.isEmpty()
            || new Citations(world, module.get()).isInRange(target.citation().get());
    if (found.isEmpty() && isThere) {
      Citations.unknown(target, module.map(m -> cited.all(m.name)).orElse(List.of()), world);
    }
    return found;
  }

  private Optional<List<Rule>> cited(Optional<Scope> module, org.hefu.syntax.Citation citation) {
    Optional<String> version = citation.version().map(Name::text);
    return module
        .map(m -> cited.rules(m.name, Rules.citation(citation)))
        .map(rules ->
            version
                .map(v -> rules.stream().filter(r -> r.instrument().isVersion(v)).toList())
                .orElse(rules))
        .filter(rules -> !rules.isEmpty());
  }

  private Optional<Scope> module(Scope scope, Target target) {
    if (target.path().isEmpty()) {
      return Optional.of(scope);
    }
    Optional<Scope> module = scope.scope(target.path().get().toString());
    module
        .flatMap(m -> m.module.name())
        .ifPresent(n -> world.uses.note(target.path().get().span(), n.span()));
    return module;
  }

  /** The rules so that defeaters come before what they defeat; cycles are reported. */
  List<Rule> ordered() {
    List<Rule> order = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    for (Rule rule : world.rules) {
      visit(rule, new LinkedHashSet<>(), done, order);
    }
    return order;
  }

  private void visit(Rule rule, LinkedHashSet<Rule> open, Set<Integer> done, List<Rule> order) {
    if (done.contains(rule.index())) {
      return;
    }
    if (!open.add(rule)) {
      List<String> names = new ArrayList<>(open.stream().map(Rule::name).toList());
      names = names.subList(names.indexOf(rule.name()), names.size());
      world.report(Problem.of(Code.CYCLIC_DEFEAT, rule.declared(), World.chain(names)));
      open.forEach(r -> done.add(r.index()));
      return;
    }
    for (Set<Integer> set : defeaters.get(rule.index())) {
      if (!visited.contains(set)) {
        for (int defeater : set) {
          visit(world.rules.get(defeater), open, done, order);
        }
        visited.add(set);
      }
    }
    open.remove(rule);
    if (done.add(rule.index())) {
      order.add(rule);
    }
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.model.Citation;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Yielding;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Target;

/** Pass: which rule may defeat which, and an order in which defeaters come first. */
final class Defeats {
  private final World world;
  private final List<Set<Integer>> defeaters = new ArrayList<>();

  /** Sets all of whose rules have their place already; by identity, since many rules share one. */
  private final Set<Set<Integer>> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  Defeats(World world) {
    this.world = world;
  }

  /** For each rule the rules that may defeat it, by their places among the world's rules. */
  List<Set<Integer>> run() {
    world.rules.forEach(_ -> defeaters.add(Set.of()));
    exemptions();
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Rule syntax) {
          named(scope, syntax);
        }
      }
    }
    return defeaters;
  }

  /**
   * What decides which exemptions reach a requirement; rules alike in this share one set of them.
   */
  private record Demand(
      List<Procedure> procedures,
      List<Kind.Member> acts,
      Instrument instrument,
      Yielding yieldsTo) {}

  private void exemptions() {
    List<Rule> exempting =
        world.rules.stream().filter(r -> r.effect() instanceof Effect.Exempt).toList();
    Map<Demand, Set<Integer>> shared = new HashMap<>();
    for (Rule required : world.rules) {
      if (required.effect() instanceof Effect.Require(var procedures, var before)) {
        Demand demand = new Demand(procedures, before, required.instrument(), required.yieldsTo());
        defeaters.set(
            required.index(), shared.computeIfAbsent(demand, _ -> freeing(required, exempting)));
      }
    }
  }

  private static Set<Integer> freeing(Rule required, List<Rule> exempting) {
    Effect.Require demand = (Effect.Require) required.effect();
    Set<Integer> freeing = new TreeSet<>();
    for (Rule exempt : exempting) {
      Effect.Exempt effect = (Effect.Exempt) exempt.effect();
      if (effect.procedures().containsAll(demand.procedures())
          && meet(effect.acts(), demand.acts())
          && reaches(exempt, required)) {
        freeing.add(exempt.index());
      }
    }
    return freeing;
  }

  private void add(Rule rule, Rule defeater) {
    Set<Integer> more = new TreeSet<>(defeaters.get(rule.index()));
    more.add(defeater.index());
    defeaters.set(rule.index(), more);
  }

  private static boolean meet(List<Kind.Member> some, List<Kind.Member> others) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> a.holds(b) || b.holds(a)));
  }

  private static boolean reaches(Rule defeater, Rule rule) {
    return defeater.instrument().isSameAs(rule.instrument())
        || defeater.instrument().rank().isAbove(rule.instrument().rank())
        || rule.yieldsTo().to(defeater.instrument());
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
    List<Rule> forbids =
        rules.get().stream().filter(r -> r.effect() instanceof Effect.Forbid).toList();
    if (forbids.isEmpty()) {
      warn(target, "why-permit");
    }
    for (Rule each : mine) {
      for (Rule forbid : forbids) {
        if (reaches(each, forbid)) {
          add(forbid, each);
        } else {
          warn(target, "why-rank");
        }
      }
    }
  }

  private void override(Scope scope, List<Rule> mine, Target target) {
    Optional<List<Rule>> rules = rules(scope, target);
    for (Rule each : mine) {
      for (Rule other : rules.orElse(List.of())) {
        if (other.declared().equals(each.declared())) {
          continue;
        }
        if (other.effect() instanceof Effect.Presume) {
          warn(target, "why-presumption");
          continue;
        }
        boolean sameIssuer =
            !each.instrument().issuer().isEmpty()
                && each.instrument().issuer().equals(other.instrument().issuer());
        if (sameIssuer || reaches(each, other)) {
          add(other, each);
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
    Optional<List<Rule>> found =
        target.citation().isPresent()
            ? cited(scope, target, Rules.citation(target.citation().get()))
            : target
                .path()
                .flatMap(p ->
                    scope
                        .find(Symbol.Space.RULES, p, world.problems)
                        .filter(f -> f.taken() == p.names().size()))
                .map(f -> ((Symbol.OfRule) f.symbol()).rules);
    if (found.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_TARGET, target.span(), "`" + target.span().text() + "`"));
    }
    return found;
  }

  private Optional<List<Rule>> cited(Scope scope, Target target, Citation citation) {
    Optional<Scope> module =
        target.path().isEmpty() ? Optional.of(scope) : scope.scope(target.path().get().toString());
    Optional<String> version =
        target.citation().flatMap(org.hefu.syntax.Citation::version).map(Name::text);
    List<Rule> rules =
        module.stream()
            .flatMap(m -> world.rules.stream().filter(r -> r.instrument().module().equals(m.name)))
            .filter(r -> r.citations().stream().anyMatch(citation::holds))
            .filter(r -> version.isEmpty() || r.instrument().isVersion(version.get()))
            .toList();
    return rules.isEmpty() ? Optional.empty() : Optional.of(rules);
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
      world.report(Problem.of(Code.CYCLIC_DEFEAT, rule.declared(), String.join(" → ", names)));
      open.forEach(r -> done.add(r.index()));
      return;
    }
    if (!visited.contains(defeaters.get(rule.index()))) {
      for (int defeater : defeaters.get(rule.index())) {
        visit(world.rules.get(defeater), open, done, order);
      }
      visited.add(defeaters.get(rule.index()));
    }
    open.remove(rule);
    if (done.add(rule.index())) {
      order.add(rule);
    }
  }
}

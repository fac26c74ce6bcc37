package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hefu.check.Possible.Claim;
import org.hefu.check.Possible.Claimed;
import org.hefu.model.Citation;
import org.hefu.model.Rank;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Target;

/**
 * Pass: rules that say what another of their instrument says already. A law may say a thing in two
 * places; one place of it does not.
 */
final class Repeats {
  /** Among so many rules of one sense each is set against each; among more, only like ones. */
  private static final int MANY = 30;

  private static final Set<Rank> NO_LAW = Set.of(Rank.CONTRACT, Rank.OWNER, Rank.INTERNAL);

  private final World world;
  private final List<Scope> scopes;
  private final List<List<Set<Integer>>> defeaters;

  Repeats(World world, List<Scope> scopes, List<List<Set<Integer>>> defeaters) {
    this.world = world;
    this.scopes = scopes;
    this.defeaters = defeaters;
  }

  /** A rule as written, and one of those that it has become. */
  private record Part(Symbol.OfRule symbol, Rule rule) {}

  void run() {
    for (Scope scope : scopes) {
      World.goOn();
      List<Symbol.OfRule> symbols =
          scope.own().stream()
              .filter(Symbol.OfRule.class::isInstance)
              .map(Symbol.OfRule.class::cast)
              .toList();
      Map<Sense, List<Part>> alike = new HashMap<>();
      for (Symbol.OfRule symbol : symbols) {
        for (Rule rule : symbol.rules) {
          alike.computeIfAbsent(Sense.of(rule), _ -> new ArrayList<>()).add(new Part(symbol, rule));
        }
      }
      for (List<Part> each : alike.values()) {
        if (each.size() <= MANY) {
          said(each);
        } else {
          each.stream()
              .collect(Collectors.groupingBy(p -> Condition.of(p.rule)))
              .values()
              .forEach(this::said);
        }
      }
    }
  }

  /** What the conditions of a rule say. */
  private record Condition(String when, String unless) {
    static Condition of(Rule rule) {
      return new Condition(Likeness.of(rule.when()), Likeness.of(rule.unless()));
    }
  }

  private void said(List<Part> alike) {
    for (Part each : alike) {
      if (each.rule == each.symbol.rules.getFirst()) {
        said(each.symbol, alike);
      }
    }
  }

  /** Reports the rule if another says all of it; of rules that are the same, the first stays. */
  private void said(Symbol.OfRule symbol, List<Part> others) {
    for (Part other : others) {
      boolean stays =
          symbol.declared().compareTo(other.symbol.declared()) < 0 && isSaid(other.symbol, symbol);
      if (other.symbol != symbol && !stays && isSaid(symbol, other.symbol)) {
        boolean same = isSaid(other.symbol, symbol);
        world.report(
            Problem.of(
                    same ? Code.RULE_TWICE : Code.RULE_COVERED,
                    symbol.declared(),
                    other.symbol.names.name())
                .related(other.symbol.declared(), "stands-here"));
        return;
      }
    }
  }

  private boolean isSaid(Symbol.OfRule symbol, Symbol.OfRule by) {
    return symbol.rules.stream()
        .allMatch(
            r -> by.rules.stream().anyMatch(b -> covers(new Part(by, b), new Part(symbol, r))));
  }

  /** Does the other rule add nothing to this one? */
  private boolean covers(Part one, Part other) {
    Rule broad = one.rule;
    Rule narrow = other.rule;
    boolean nearby =
        NO_LAW.contains(broad.instrument().rank())
            || broad.citations().stream()
                .anyMatch(c -> narrow.citations().stream().anyMatch(d -> meet(c, d)));
    return nearby
        && Sense.of(narrow).equals(Sense.of(broad))
        && new HashSet<>(broad.consequences()).containsAll(narrow.consequences())
        && Defeats.holdAll(defeaters.get(narrow.index()), defeaters.get(broad.index()))
        && targets(one.symbol).containsAll(targets(other.symbol))
        && implies(narrow, broad);
  }

  private static boolean meet(Citation one, Citation other) {
    return one.holds(other) || other.holds(one);
  }

  /** Which rules it names so as to defeat them, as written. */
  private static Set<String> targets(Symbol.OfRule symbol) {
    Set<String> targets = new HashSet<>();
    for (Clause clause : symbol.syntax.clauses()) {
      List<Target> named =
          switch (clause) {
            case Clause.Permit(_, _, var despite) -> despite;
            case Clause.Overrides(_, var overridden) -> overridden;
            default -> List.of();
          };
      named.forEach(t -> targets.add(t.span().text()));
    }
    return targets;
  }

  /** Does the second surely apply wherever the first does? Not, where the first never does. */
  private static boolean implies(Rule one, Rule other) {
    List<Claimed> applies =
        List.of(new Claimed(one.when(), Claim.TRUE), new Claimed(one.unless(), Claim.FALSE));
    if (Possible.clash(applies).isPresent()) {
      return false;
    }
    Term condition =
        new Term.And(
            other.declared(),
            List.of(other.when(), new Term.Not(other.unless().span(), other.unless())));
    List<Claimed> alone = new ArrayList<>(applies);
    alone.add(new Claimed(condition, Claim.NOT_TRUE));
    return Possible.clash(alone).isPresent();
  }
}

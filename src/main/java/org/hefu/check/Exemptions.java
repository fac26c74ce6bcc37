package org.hefu.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Yielding;

/** Which exemptions reach which requirement; rules that are alike in this are looked at as one. */
final class Exemptions {
  /** What decides which exemptions reach a requirement. */
  private record Demand(
      List<Procedure> procedures,
      List<Kind.Member> acts,
      Instrument instrument,
      Yielding yieldsTo) {}

  /** What decides which requirements an exemption reaches. */
  private record Offer(List<Procedure> procedures, List<Kind.Member> acts, Instrument instrument) {}

  /** Exemptions that are alike. */
  private record Alike(Rule first, Set<Procedure> procedures, List<Integer> rules) {}

  private final Map<Procedure, List<Alike>> byProcedure = new HashMap<>();
  private final Map<Demand, Set<Integer>> byDemand = new HashMap<>();

  /** Requirements that the same exemptions reach share one set of them. */
  private final Map<List<Rule>, Set<Integer>> shared = new HashMap<>();

  Exemptions(List<Rule> rules) {
    Map<Offer, Alike> offers = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.effect() instanceof Effect.Exempt(var acts, var procedures)) {
        offers
            .computeIfAbsent(
                new Offer(procedures, acts, rule.instrument()),
                _ -> new Alike(rule, new HashSet<>(procedures), new ArrayList<>()))
            .rules()
            .add(rule.index());
      }
    }
    for (Alike alike : offers.values()) {
      for (Procedure each : alike.procedures()) {
        byProcedure.computeIfAbsent(each, _ -> new ArrayList<>()).add(alike);
      }
    }
  }

  /** The exemptions that may defeat the requirement, by their places among the rules. */
  Set<Integer> freeing(Rule required) {
    Effect.Require effect = (Effect.Require) required.effect();
    return byDemand.computeIfAbsent(
        new Demand(effect.procedures(), effect.acts(), required.instrument(), required.yieldsTo()),
        _ -> freeing(required, effect));
  }

  private Set<Integer> freeing(Rule required, Effect.Require demand) {
    List<Alike> candidates =
        demand.procedures().stream()
            .map(p -> byProcedure.getOrDefault(p, List.of()))
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of());
    List<Alike> freeing =
        candidates.stream()
            .filter(alike ->
                alike.procedures().containsAll(demand.procedures())
                    && meet(alike.first().effect().spokenOf(), demand.acts())
                    && Defeats.reaches(alike.first(), required))
            .toList();
    return shared.computeIfAbsent(
        freeing.stream().map(Alike::first).toList(),
        _ -> {
          Set<Integer> all = new TreeSet<>();
          freeing.forEach(alike -> all.addAll(alike.rules()));
          return all;
        });
  }

  private static boolean meet(List<Kind.Member> some, List<Kind.Member> others) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> a.holds(b) || b.holds(a)));
  }
}

package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hefu.check.Possible.Claim;
import org.hefu.check.Possible.Claimed;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Between what limits of one value a rule applies, all its other conditions met.
 *
 * @param low the comparison that sets the lower limit; none where there is no such limit
 * @param others the other conditions
 * @param beside the value and the other conditions, to tell rules that differ only in the limits
 */
record Limits(
    Rule rule,
    Term value,
    long from,
    long to,
    Term.@Nullable Less low,
    Term.@Nullable Less high,
    List<Claimed> others,
    String beside) {

  /** One for each value that the rule compares with constants and that must lie in one stretch. */
  static List<Limits> of(Rule rule) {
    List<Claimed> all = new ArrayList<>();
    conjuncts(new Claimed(rule.when(), Claim.TRUE), all);
    conjuncts(new Claimed(rule.unless(), Claim.FALSE), all);
    Map<String, List<Claimed>> byValue = new LinkedHashMap<>();
    for (Claimed each : all) {
      if (each.term() instanceof Term.Less less && Literal.bounds(less).isPresent()) {
        String value = Likeness.of(Literal.bounds(less).get().value());
        byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(each);
      }
    }
    List<Limits> limits = new ArrayList<>();
    byValue.forEach((value, claims) -> limits.add(of(rule, value, claims, all)));
    return limits;
  }

  private static Limits of(Rule rule, String likeness, List<Claimed> claims, List<Claimed> all) {
    Term value = Literal.bounds((Term.Less) claims.getFirst().term()).orElseThrow().value();
    long from = value.type() instanceof Type.Of ? 0 : Long.MIN_VALUE;
    long to =
        value.type() instanceof Type.Of(var kind) ? kind.members().size() - 1L : Long.MAX_VALUE;
    Term.Less low = null;
    Term.Less high = null;
    for (Claimed each : claims) {
      Term.Less less = (Term.Less) each.term();
      Values values = Literal.bounds(less).orElseThrow().values();
      values = each.claim() == Claim.TRUE ? values : values.not();
      if (values.isEmpty()) {
        continue;
      }
      if (values.first() > from) {
        from = values.first();
        low = less;
      }
      if (values.firstEnd() < to) {
        to = values.firstEnd();
        high = less;
      }
    }
    List<Claimed> others = all.stream().filter(c -> !claims.contains(c)).toList();
    TreeSet<String> beside = new TreeSet<>();
    others.forEach(o -> beside.add(o.claim() + Likeness.of(o.term())));
    return new Limits(rule, value, from, to, low, high, others, likeness + beside);
  }

  /** The value does not pass the upper limit. */
  Term highest() {
    return new Term.Less(rule.declared(), value, constant(to), true);
  }

  /** The value reaches the lower limit. */
  Term lowest() {
    return new Term.Less(rule.declared(), constant(from), value, true);
  }

  private Term constant(long limit) {
    return new Term.Constant(rule.declared(), Type.NUMBER, limit);
  }

  /** What must hold together, through definitions that are such a list themselves. */
  private static void conjuncts(Claimed claimed, List<Claimed> all) {
    Claim claim = claimed.claim();
    switch (claimed.term()) {
      case Term.And(_, var parts) when claim == Claim.TRUE ->
          parts.forEach(p -> conjuncts(new Claimed(p, claim), all));
      case Term.Or(_, var parts) when claim == Claim.FALSE ->
          parts.forEach(p -> conjuncts(new Claimed(p, claim), all));
      case Term.Not(_, var part) -> conjuncts(new Claimed(part, claim.opposite()), all);
      case Term.Derived(_, var definition) when isList(definition.body(), claim) ->
          conjuncts(new Claimed(definition.body(), claim), all);
      case Term.Constant(_, _, var value) when claim.holds(value == Row.TRUE) -> {}
      default -> all.add(claimed);
    }
  }

  private static boolean isList(Term body, Claim claim) {
    return switch (body) {
      case Term.And _ -> claim == Claim.TRUE;
      case Term.Or _ -> claim == Claim.FALSE;
      case Term.Not(_, var part) -> isList(part, claim.opposite());
      case Term.Less _ -> true;
      case Term.Derived(_, var definition) -> isList(definition.body(), claim);
      default -> false;
    };
  }
}

package org.hefu.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Citation;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Rank;
import org.hefu.model.Rule;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Target;
import org.hefu.text.Bilingual;

/**
 * Who may defeat whom, as the page says it, from what the rules' authors wrote: apart from what the
 * checker made of it.
 */
final class Reach {
  /** From high to low; what stands on one line has no order (立法法 98–106). */
  private static final Map<Rank, List<Rank>> BELOW = new HashMap<>();

  static {
    List<Rank> apart = List.of(Rank.CONTRACT, Rank.OWNER, Rank.INTERNAL);
    // Guidance binds nobody: it stands above no contract.
    below(Rank.GUIDANCE, List.of(), List.of());
    below(Rank.NORMATIVE_DOCUMENT, List.of(Rank.GUIDANCE), apart);
    below(Rank.LOCAL_RULE, List.of(Rank.NORMATIVE_DOCUMENT), apart);
    below(Rank.DEPARTMENT_RULE, List.of(Rank.NORMATIVE_DOCUMENT), apart);
    below(Rank.CITY_REGULATION, List.of(Rank.LOCAL_RULE), apart);
    below(Rank.LOCAL_REGULATION, List.of(Rank.CITY_REGULATION), apart);
    below(
        Rank.ADMINISTRATIVE_REGULATION,
        List.of(Rank.LOCAL_REGULATION, Rank.DEPARTMENT_RULE),
        apart);
    below(Rank.LAW, List.of(Rank.ADMINISTRATIVE_REGULATION), apart);
    below(Rank.CONSTITUTION, List.of(Rank.LAW), apart);
    apart.forEach(r -> below(r, List.of(), List.of()));
  }

  private static void below(Rank rank, List<Rank> next, List<Rank> apart) {
    Set<Rank> all = new HashSet<>(apart);
    for (Rank each : next) {
      all.add(each);
      all.addAll(BELOW.get(each));
    }
    BELOW.put(rank, List.copyOf(all));
  }

  private final Policy policy;
  private final List<Set<Rule>> defeaters = new ArrayList<>();

  private Reach(Policy policy) {
    this.policy = policy;
    policy.rules().forEach(_ -> defeaters.add(new HashSet<>()));
  }

  /** For each rule by its index, those that may defeat it. */
  static List<Set<Rule>> of(Policy policy, List<Module> modules) {
    Reach reach = new Reach(policy);
    for (Rule exempt : policy.rules()) {
      if (exempt.effect() instanceof Effect.Exempt) {
        policy.rules().forEach(r -> reach.exempt(exempt, r));
      }
    }
    for (Module module : modules) {
      for (Declaration each : module.declarations()) {
        if (each instanceof Declaration.Rule rule) {
          reach.named(module.name().orElseThrow().toString(), rule);
        }
      }
    }
    return reach.defeaters;
  }

  private void exempt(Rule exempt, Rule rule) {
    Effect.Exempt effect = (Effect.Exempt) exempt.effect();
    if (rule.effect() instanceof Effect.Require(var procedures, var acts)
        && effect.procedures().containsAll(procedures)
        && meet(effect.acts(), acts)
        && reaches(exempt, rule)) {
      defeaters.get(rule.index()).add(exempt);
    }
  }

  /** Is there an act that both speak of? */
  private static boolean meet(List<Kind.Member> some, List<Kind.Member> others) {
    for (Kind.Member one : some) {
      for (Kind.Member other : others) {
        if (one.index() <= other.last() && other.index() <= one.last()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean reaches(Rule defeater, Rule rule) {
    Instrument from = defeater.instrument();
    Instrument to = rule.instrument();
    return from.module().equals(to.module())
        || BELOW.get(from.rank()).contains(to.rank())
        || rule.yieldsTo().ranks().contains(from.rank())
        || rule.yieldsTo().issuers().stream().anyMatch(i -> isCalled(from.issuer(), i));
  }

  private static boolean isCalled(Bilingual issuer, String name) {
    return !name.isEmpty() && (issuer.zh().equals(name) || issuer.en().equals(name));
  }

  private void named(String module, Declaration.Rule syntax) {
    String name = syntax.called().name().text();
    for (Clause clause : syntax.clauses()) {
      switch (clause) {
        case Clause.Permit(_, _, var despite) ->
            despite.forEach(t ->
                pairs(
                    module,
                    name,
                    t,
                    (by, rule) -> rule.effect() instanceof Effect.Forbid && reaches(by, rule)));
        case Clause.Overrides(_, var targets) ->
            targets.forEach(t ->
                pairs(
                    module,
                    name,
                    t,
                    (by, rule) ->
                        reaches(by, rule)
                            || (!by.instrument().issuer().isEmpty()
                                && by.instrument().issuer().equals(rule.instrument().issuer()))));
        default -> {}
      }
    }
  }

  private interface May {
    boolean defeat(Rule by, Rule rule);
  }

  private void pairs(String module, String name, Target target, May may) {
    for (Rule by : policy.rules()) {
      if (!by.instrument().module().equals(module) || !by.names().name().equals(name)) {
        continue;
      }
      for (Rule rule : policy.rules()) {
        boolean same =
            rule.names().name().equals(name) && rule.instrument().module().equals(module);
        if (!same && isMeant(module, target, rule) && may.defeat(by, rule)) {
          defeaters.get(rule.index()).add(by);
        }
      }
    }
  }

  private static boolean isMeant(String module, Target target, Rule rule) {
    if (target.citation().isEmpty()) {
      String path = target.path().orElseThrow().toString();
      return rule.names().name().equals(path) || rule.name().equals(path);
    }
    String where = target.path().map(Object::toString).orElse(module);
    org.hefu.syntax.Citation cited = target.citation().get();
    return rule.instrument().module().equals(where)
        && cited.version().stream().allMatch(v -> rule.instrument().isVersion(v.text()))
        && rule.citations().stream().anyMatch(c -> isWithin(c, cited));
  }

  private static boolean isWithin(Citation place, org.hefu.syntax.Citation cited) {
    return place.heading().equals(cited.heading())
        && place.article() == cited.article()
        && (cited.paragraph() == 0 || cited.paragraph() == place.paragraph())
        && (cited.item() == 0 || cited.item() == place.item());
  }
}

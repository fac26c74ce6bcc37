package org.hefu.seek;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.engine.Trials;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;

/**
 * The open facts that must not be filled in, because some rule asks what the flow states of them:
 * whether it states them at all, or the very member that it states. Filled in they would be stated,
 * or stated otherwise. So they stay as they are, which is safe.
 */
final class StatedOnly {
  private final Trials trials;
  private final long[] row;
  private final Set<Fact> facts = new HashSet<>();

  /** Those of them that are unknown for sure: no rule asks for them before they are stated. */
  private final Set<Fact> left = new HashSet<>();

  private final Set<Definition> seen = new HashSet<>();
  private final Map<Definition, Integer> loosely = new HashMap<>();

  private StatedOnly(Trials trials) {
    this.trials = trials;
    this.row = trials.row();
  }

  static Set<Fact> of(Trials trials, Facts facts) {
    StatedOnly found = new StatedOnly(trials);
    found.counts();
    for (Rule rule : trials.policy().rules()) {
      if (trials.governs(rule) != Row.FALSE) {
        found.rule(rule);
      }
    }
    for (Step step : trials.policy().steps()) {
      // A fact that is presumed would be unknown if its presumption fell away.
      if (step instanceof Step.Presume(var fact, var rules) && !facts.isKnown(fact)) {
        rules.forEach(found::rule);
      }
    }
    spread(trials, found.facts);
    return found.facts;
  }

  /** Where a count is stated, what it is made of bounds it only once that is stated, too. */
  private void counts() {
    for (Tally tally : trials.policy().tallies()) {
      if (!trials.isUnknown(tally.together())) {
        for (Fact part : List.of(tally.before(), tally.flow())) {
          if (trials.isUnknown(part)) {
            left.add(part);
            facts.add(part);
          }
        }
      }
    }
  }

  private void rule(Rule rule) {
    if (loosely(rule.when()) == Row.FALSE || loosely(rule.unless()) == Row.TRUE) {
      return;
    }
    take(rule.when());
    take(rule.unless());
    if (rule.effect() instanceof Effect.Require(var choices, _)) {
      choices.forEach(p -> take(p.met().body()));
    }
  }

  /** The truth, if it were open what the flow states of facts that can still be filled in. */
  private int loosely(Term term) {
    if (ToTheLetter.met(term, row).isPresent()) {
      return Row.MAYBE;
    }
    return switch (term) {
      case Term.Known(_, var fact) when left.contains(fact) -> Row.FALSE;
      case Term.Known(_, var fact) -> trials.isUnknown(fact) ? Row.MAYBE : Row.TRUE;
      case Term.Or(_, var parts) -> parts.stream().mapToInt(this::loosely).max().orElse(Row.FALSE);
      case Term.And(_, var parts) -> parts.stream().mapToInt(this::loosely).min().orElse(Row.TRUE);
      case Term.Not(_, var part) -> Row.TRUE - loosely(part);
      case Term.Same(_, var left, var right) when left.type() instanceof Type.Truth -> {
        int one = loosely(left);
        int other = loosely(right);
        yield one == Row.MAYBE || other == Row.MAYBE
            ? Row.MAYBE
            : one == other ? Row.TRUE : Row.FALSE;
      }
      case Term.Derived(_, var definition) when definition.body().type() instanceof Type.Truth ->
          loosely(definition);
      default -> trials.truth(term);
    };
  }

  private int loosely(Definition definition) {
    Integer known = loosely.get(definition);
    if (known == null) {
      known = loosely(definition.body());
      loosely.put(definition, known);
    }
    return known;
  }

  private void take(Term term) {
    if (loosely(term) != Row.MAYBE) {
      return;
    }
    ToTheLetter.met(term, row).ifPresent(facts::add);
    switch (term) {
      case Term.Known(_, var fact) -> known(fact);
      case Term.Or(_, var parts) -> parts.forEach(this::take);
      case Term.And(_, var parts) -> parts.forEach(this::take);
      case Term.Not(_, var part) -> take(part);
      case Term.Same(_, var left, var right) when left.type() instanceof Type.Truth -> {
        take(left);
        take(right);
      }
      case Term.Derived(_, var definition) -> {
        if (seen.add(definition)) {
          take(definition.body());
        }
      }
      default -> {}
    }
  }

  private void known(Fact fact) {
    if (!facts.add(fact)) {
      return;
    }
    for (Tally tally : trials.policy().tallies()) {
      if (tally.counts().slot() == fact.slot()) {
        // Whether a flow counts is known as soon as the facts behind it are.
        Atoms.facts(List.of(tally.counts().body())).stream()
            .filter(f -> Trials.isOpen(f, row))
            .forEach(facts::add);
      }
    }
  }

  /** Adds those facts from which one of these would be presumed, were they filled in. */
  static void spread(Trials trials, Set<Fact> facts) {
    List<Step> steps = trials.policy().steps();
    long[] row = trials.row();
    for (Step step : steps.reversed()) {
      if (step instanceof Step.Presume(var fact, var rules) && facts.contains(fact)) {
        for (Rule rule : rules) {
          List<Term> conditions = List.of(rule.instrument().applies(), rule.when(), rule.unless());
          Atoms.facts(conditions).stream().filter(f -> Trials.isOpen(f, row)).forEach(facts::add);
        }
      }
    }
  }
}

package org.hefu.seek;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Where a count is stated, it and what it is made of may contradict each other. */
  private void counts() {
    for (Tally tally : trials.policy().tallies()) {
      if (!trials.isUnknown(tally.together())) {
        Stream.of(tally.before(), tally.flow()).filter(trials::isUnknown).forEach(facts::add);
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
      case Term.Derived(_, var definition) when definition.type() instanceof Type.Truth ->
          loosely(definition);
      default -> trials.truth(term);
    };
  }

  private int loosely(Definition definition) {
    Integer known = loosely.get(definition);
    if (known == null) {
      known =
          trials
              .compared(definition)
              .map(this::loosely)
              .orElseGet(() -> loosely(definition.body()));
      loosely.put(definition, known);
    }
    return known;
  }

  /** A count that the flow states, and what lets the flow count, may contradict each other. */
  private int loosely(Tally.Compared compared) {
    Tally tally = compared.tally();
    int slot = tally.counts().slot();
    int stated = (int) row[compared.comparison().definition().slot()];
    int counts = loosely(tally.counts());
    if (counts == row[slot] && !(counts == Row.MAYBE && isBounded(tally))) {
      return stated;
    }
    long limit = trials.value(compared.comparison().limit());
    for (int each : new int[] {Row.FALSE, Row.MAYBE, Row.TRUE}) {
      long[] other = row.clone();
      other[slot] = each;
      if (compared.comparison().truth(tally.range(other), limit) != stated) {
        return Row.MAYBE;
      }
    }
    return stated;
  }

  /** Is the count stated, and bounded by what else is stated if the flow counts, or if not? */
  private boolean isBounded(Tally tally) {
    long together = row[tally.together().slot()];
    return together != Row.UNKNOWN
        && (!trials.isUnknown(tally.before()) || row[tally.flow().slot()] > together);
  }

  private void take(Term term) {
    if (loosely(term) != Row.MAYBE) {
      return;
    }
    ToTheLetter.met(term, row).ifPresent(facts::add);
    switch (term) {
      case Term.Known(_, var fact) -> facts.add(fact);
      case Term.Or(_, var parts) -> parts.forEach(this::take);
      case Term.And(_, var parts) -> parts.forEach(this::take);
      case Term.Not(_, var part) -> take(part);
      case Term.Same(_, var left, var right) when left.type() instanceof Type.Truth -> {
        take(left);
        take(right);
      }
      case Term.Derived(_, var definition) -> {
        if (seen.add(definition)) {
          trials
              .compared(definition)
              .ifPresentOrElse(c -> count(c.tally()), () -> take(definition.body()));
        }
      }
      default -> {}
    }
  }

  private void count(Tally tally) {
    Term counts = tally.counts().body();
    take(counts);
    if (isBounded(tally) && row[tally.counts().slot()] == Row.MAYBE) {
      Atoms.facts(List.of(counts)).stream().filter(f -> Trials.isOpen(f, row)).forEach(facts::add);
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

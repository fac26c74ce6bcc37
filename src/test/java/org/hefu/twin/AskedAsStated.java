package org.hefu.twin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;

/**
 * The facts of which a policy asks what a flow states of them, so that stating more of them may
 * change what was true: by {@code known}, by asking for the very member that is stated, and where a
 * stated count is taken for what is counted.
 */
final class AskedAsStated {
  private final Policy policy;
  private final Facts facts;
  private final Set<Fact> found = new HashSet<>();

  private AskedAsStated(Policy policy, Facts facts) {
    this.policy = policy;
    this.facts = facts;
  }

  static Set<Fact> of(Policy policy, Facts facts) {
    AskedAsStated asked = new AskedAsStated(policy, facts);
    asked.conditions(asked::take);
    policy.tallies().forEach(asked::tally);
    asked.presumed();
    return asked.found;
  }

  /** Those alone that are stated as the very member that is asked for. */
  static Set<Fact> toTheLetter(Policy policy, Facts facts) {
    AskedAsStated asked = new AskedAsStated(policy, facts);
    asked.conditions(asked::letter);
    asked.presumed();
    return asked.found;
  }

  private void conditions(Consumer<Term> take) {
    List<Definition> compared =
        policy.tallies().stream()
            .flatMap(t -> t.comparisons().stream())
            .map(Tally.Comparison::definition)
            .toList();
    for (Step step : policy.steps()) {
      if (step instanceof Step.Define(var definition) && !compared.contains(definition)) {
        take.accept(definition.body());
      }
    }
    for (Rule rule : policy.rules()) {
      take.accept(rule.when());
      take.accept(rule.unless());
    }
  }

  private void take(Term term) {
    switch (term) {
      case Term.Known(_, var fact) -> found.add(fact);
      case Term.Within _, Term.Has _ -> letter(term);
      default -> term.parts().forEach(this::take);
    }
  }

  private void letter(Term term) {
    switch (term) {
      case Term.Within(_, var value, var kind, var members) ->
          fact(value)
              .filter(facts::isKnown)
              .filter(_ -> members.stream().anyMatch(m -> isCutOff(kind, m)))
              .ifPresent(found::add);
      case Term.Has(_, var set, var kind, var member)
          when facts.isKnown(set) && isCutOff(kind, member) ->
          found.add(set);
      default -> term.parts().forEach(this::letter);
    }
  }

  /** Is it asked for without the members below it? */
  private static boolean isCutOff(Kind kind, Kind.Member member) {
    return member.last() < kind.member(member.index()).last();
  }

  private static Optional<Fact> fact(Term value) {
    return switch (value) {
      case Term.Stated(_, var fact) -> Optional.of(fact);
      case Term.Derived(_, var definition) -> fact(definition.body());
      default -> Optional.empty();
    };
  }

  private void tally(Tally tally) {
    if (facts.isKnown(tally.together())) {
      found.addAll(List.of(tally.before(), tally.flow()));
      boolean isBelowFlow =
          facts.isKnown(tally.flow()) && facts.value(tally.flow()) > facts.value(tally.together());
      if (facts.isKnown(tally.before()) || isBelowFlow) {
        all(tally.counts().body()).forEach(found::add);
      }
    }
  }

  /** What would let one of them be presumed. */
  private void presumed() {
    List<Step> steps = new ArrayList<>(policy.steps());
    for (Step step : steps.reversed()) {
      if (step instanceof Step.Presume(var fact, var rules) && found.contains(fact)) {
        for (Rule rule : rules) {
          Stream.of(rule.instrument().applies(), rule.when(), rule.unless())
              .flatMap(AskedAsStated::all)
              .forEach(found::add);
        }
      }
    }
  }

  /** The facts in a condition. */
  private static Stream<Fact> all(Term term) {
    return switch (term) {
      case Term.Stated(_, var fact) -> Stream.of(fact);
      case Term.Known(_, var fact) -> Stream.of(fact);
      case Term.Has(_, var set, _, _) -> Stream.of(set);
      case Term.Matches(_, var match) -> Stream.of(match.fact());
      case Term.InStore(_, var stored) -> stored.facts().stream();
      case Term.Derived(_, var definition) -> all(definition.body());
      case Term.InForce(_, var instrument) -> all(instrument.applies());
      default -> term.parts().stream().flatMap(AskedAsStated::all);
    };
  }
}

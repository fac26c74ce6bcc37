package org.hefu.seek;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hefu.decide.Decided;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Missing;
import org.hefu.decide.Requirement;
import org.hefu.decide.Settling;
import org.hefu.engine.Trials;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.seek.Completions.Answer;

/**
 * Puts an undetermined decision to the test: is it the same whatever the unknown facts and the open
 * points of law are?
 */
public final class Settle {
  /** After so many decisions it is given up. */
  public static final int BOUND = 16_384;

  private final Trials trials;
  private final Decision decision;
  private final Unknowns unknowns;

  Settle(Trials trials, Facts facts, Decision decision) {
    this.trials = trials;
    this.decision = decision;
    this.unknowns = Unknowns.of(trials, facts, decision);
  }

  Decision settled() {
    Completions completions = new Completions(trials, unknowns.tried(), BOUND, false);
    Optional<Tree> tree = completions.tree();
    if (tree.isEmpty()) {
      return with(decision, new Settling.PastBound(BOUND));
    }
    List<Answer> answers = completions.answers();
    Set<Outcome> outcomes = answers.stream().map(Answer::outcome).collect(Collectors.toSet());
    if (outcomes.size() > 1 || outcomes.contains(Outcome.UNDETERMINED)) {
      Settling.Open open =
          Smallest.of(
              completions.forest(),
              tree.get(),
              answers,
              unknowns.tried(),
              trials.policy().request().facts());
      return with(decision, open);
    }
    return same(completions, tree.get(), answers);
  }

  private Decision same(Completions completions, Tree tree, List<Answer> answers) {
    List<Missing> doesNotMatter =
        decision.missing().stream().filter(m -> !maySettle(m, answers)).toList();
    Settling settling =
        answers.size() == 1
            ? new Settling.Settled(doesNotMatter)
            : Split.of(trials, tree, answers, unknowns.tried(), doesNotMatter);
    return new Decided(
        answers.getFirst().outcome(),
        decision.on(),
        decision.policy(),
        decision.using(),
        decision.versions(),
        decision.drafts(),
        findings(completions),
        requirements(answers),
        decision.duties(),
        decision.advice(),
        decision.presumptions(),
        missing(settling, answers),
        decision.facts(),
        decision.hashes(),
        decision.deadlines(),
        decision.states(),
        List.of(),
        decision.ifAdopted(),
        decision.grants(),
        decision.parts(),
        Optional.of(settling),
        decision::elements);
  }

  /** May it confirm what is to be done, or does a rule ask whether it is stated? */
  private boolean maySettle(Missing missing, List<Answer> answers) {
    if (!(missing instanceof Missing.OfFact(var fact, _, _))) {
      return false;
    }
    boolean conditional = answers.getFirst().outcome() == Outcome.CONDITIONAL;
    return unknowns.statedOnly().contains(fact)
        || (conditional && unknowns.ofSteps().contains(fact));
  }

  private List<Missing> missing(Settling settling, List<Answer> answers) {
    Set<Missing> missing = new LinkedHashSet<>();
    if (settling instanceof Settling.Branches branches) {
      missing.addAll(branches.splitBy());
    }
    decision.missing().stream().filter(m -> maySettle(m, answers)).forEach(missing::add);
    return List.copyOf(missing);
  }

  /**
   * The outcome rests on the rules that have effect in some completion; those that have it in all
   * apply.
   */
  private List<Finding> findings(Completions completions) {
    BitSet always = completions.always();
    BitSet sometimes = completions.sometimes();
    List<Finding> findings = new ArrayList<>();
    for (Finding each : decision.findings()) {
      int index = each.rule().index();
      Standing standing = always.get(index) ? Standing.APPLIED : each.standing();
      findings.add(each.as(standing, sometimes.get(index)));
    }
    findings.sort(
        Comparator.<Finding, Boolean>comparing(f -> !f.operative())
            .thenComparing(f -> f.operative() && f.standing() != Standing.APPLIED));
    return findings;
  }

  /** What is to be done in every completion is certain; what is to be done in none falls away. */
  private List<Requirement> requirements(List<Answer> answers) {
    if (answers.getFirst().outcome() == Outcome.PROHIBITED) {
      return decision.requirements();
    }
    BitSet inAll = (BitSet) answers.getFirst().open().clone();
    BitSet inSome = new BitSet();
    for (Answer answer : answers) {
      inAll.and(answer.open());
      inSome.or(answer.open());
    }
    Set<Set<Procedure>> certain = choices(inAll);
    Set<Set<Procedure>> possible = choices(inSome);
    List<Requirement> requirements = new ArrayList<>();
    for (Requirement each : decision.requirements()) {
      Set<Procedure> choices =
          each.choices().stream().map(Requirement.Choice::procedure).collect(Collectors.toSet());
      if (!each.isOpen() || possible.contains(choices)) {
        boolean isCertain = each.isOpen() ? certain.contains(choices) : each.certain();
        requirements.add(new Requirement(each.choices(), each.met(), isCertain, each.rules()));
      }
    }
    requirements.sort(Comparator.comparing(r -> !r.certain()));
    return requirements;
  }

  private Set<Set<Procedure>> choices(BitSet open) {
    return open.stream()
        .mapToObj(number -> Set.copyOf(trials.choices(number)))
        .collect(Collectors.toSet());
  }

  /** The decision as it was, with the facts first on which it depends. */
  private static Decision with(Decision decision, Settling settling) {
    // What decides only whether texts may clash is among the first, and not among the rest.
    Set<Missing> missing = new LinkedHashSet<>();
    if (settling instanceof Settling.Open(var sufficient, var law, _)) {
      missing.addAll(sufficient);
      law.stream().filter(l -> !decision.missing().contains(l)).forEach(missing::add);
    }
    missing.addAll(decision.missing());
    return new Decided(
        decision.outcome(),
        decision.on(),
        decision.policy(),
        decision.using(),
        decision.versions(),
        decision.drafts(),
        decision.findings(),
        decision.requirements(),
        decision.duties(),
        decision.advice(),
        decision.presumptions(),
        List.copyOf(missing),
        decision.facts(),
        decision.hashes(),
        decision.deadlines(),
        decision.states(),
        decision.conflicts(),
        decision.ifAdopted(),
        decision.grants(),
        decision.parts(),
        Optional.of(settling),
        decision::elements);
  }
}

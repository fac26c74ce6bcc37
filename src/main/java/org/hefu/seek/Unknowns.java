package org.hefu.seek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.decide.Decision;
import org.hefu.decide.Missing;
import org.hefu.engine.Trials;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;

/**
 * Which of the open facts and points of law are filled in, and in what order.
 *
 * @param tried in order
 * @param ofSteps facts on which it hangs only whether something required is done; where the act is
 *     surely planned they are not filled in, for what is not confirmed is to be done
 * @param statedOnly facts of which some rule asks what the flow states
 */
record Unknowns(List<Unknown> tried, Set<Fact> ofSteps, Set<Fact> statedOnly) {

  static Unknowns of(Trials trials, Facts facts, Decision decision) {
    Atoms atoms = new Atoms(trials, trials.row());
    Map<Fact, Missing> missing = new LinkedHashMap<>();
    Map<Question, Missing> law = new LinkedHashMap<>();
    Set<Rule> rules = new LinkedHashSet<>();
    List<Missing> wanting = new ArrayList<>(decision.missing());
    // Values that are alike to all else may differ in whether texts then clash.
    wanting.addAll(trials.clashing());
    for (Missing each : wanting) {
      rules.addAll(each.rules());
      switch (each) {
        case Missing.OfFact(var fact, _, _) -> missing.putIfAbsent(fact, each);
        case Missing.OfLaw(var question, _) -> law.putIfAbsent(question, each);
      }
    }
    rules.forEach(atoms::add);

    Set<Fact> statedOnly = StatedOnly.of(trials, facts);
    Set<Fact> ofSteps = new LinkedHashSet<>(atoms.ofSteps());
    ofSteps.removeAll(atoms.ofConditions());
    Map<Fact, Integer> presumable = presumable(trials);
    Set<Fact> tried = new LinkedHashSet<>(atoms.ofConditions());
    boolean planned = trials.completed() == Row.FALSE;
    // One that could be presumed would else come and go with what it is presumed from.
    ofSteps.stream().filter(f -> !planned || presumable.containsKey(f)).forEach(tried::add);
    Fact stage = trials.policy().request().stage();
    if (missing.containsKey(stage)) {
      tried.add(stage);
    }
    tried.removeAll(statedOnly);
    // It would have to come before what lets the flow count, and after it.
    trials.policy().tallies().stream()
        .map(Tally::together)
        .filter(presumable::containsKey)
        .forEach(tried::remove);
    tried.removeAll(atoms.opaque());
    tried.retainAll(missing.keySet());

    Rivals rivals = new Rivals(atoms, tried);
    Cells cells = new Cells(trials, facts, atoms, rivals);
    List<Unknown> unknowns = new ArrayList<>();
    missing.forEach((fact, of) -> {
      if (tried.contains(fact)) {
        cells
            .of(fact)
            .ifPresent(its ->
                unknowns.add(
                    new Unknown(
                        of,
                        fact.slot(),
                        its,
                        rivals.of(fact).size() > 1,
                        ofSteps.contains(fact) && !presumable.containsKey(fact))));
      }
    });
    Set<Fact> left = new LinkedHashSet<>(atoms.ofConditions());
    left.addAll(ofSteps);
    left.removeIf(f -> unknowns.stream().anyMatch(u -> u.isOf(f)));
    left.removeIf(f -> planned && ofSteps.contains(f) && !presumable.containsKey(f));
    StatedOnly.spread(trials, left);
    unknowns.removeIf(u -> u.isOfOne(left));
    unknowns.sort(
        // A fact comes before those from which it would be presumed: what is filled in is stated.
        Comparator.<Unknown>comparingInt(u -> -place(u, presumable))
            .thenComparing(u -> !u.isOf(stage))
            .thenComparing(u -> u.isOfOne(ofSteps))
            .thenComparingInt(u -> -u.of().rules().size()));
    Set<Question> triedLaw = new LinkedHashSet<>(atoms.lawOfConditions());
    triedLaw.addAll(planned ? Set.of() : atoms.lawOfSteps());
    law.forEach((question, of) -> {
      if (question.ofLaw() && triedLaw.contains(question)) {
        boolean ofConditions = atoms.lawOfConditions().contains(question);
        unknowns.add(new Unknown(of, question.slot(), Cells.ofLaw(), false, !ofConditions));
      }
    });
    return new Unknowns(afterWhatCounts(trials, unknowns), ofSteps, statedOnly);
  }

  /**
   * The same in another order: where a count lies hangs on whether the flow counts, so that is
   * filled in before. Counts of which each hangs on the other are left out.
   */
  private static List<Unknown> afterWhatCounts(Trials trials, List<Unknown> unknowns) {
    List<Unknown> left = new ArrayList<>(unknowns);
    List<Unknown> ordered = new ArrayList<>();
    Optional<Unknown> next = Optional.empty();
    do {
      next.ifPresent(ordered::add);
      next.ifPresent(left::remove);
      next = left.stream().filter(u -> !waits(trials, u, left)).findFirst();
    } while (next.isPresent());
    Set<Fact> stuck = new HashSet<>();
    left.forEach(u -> u.fact().ifPresent(stuck::add));
    StatedOnly.spread(trials, stuck);
    ordered.removeIf(u -> u.isOfOne(stuck));
    return ordered;
  }

  private static boolean waits(Trials trials, Unknown count, List<Unknown> left) {
    return trials.policy().tallies().stream()
        .filter(t -> count.isOf(t.together()))
        .map(t -> t.counts().body())
        .anyMatch(counts -> left.stream().anyMatch(u -> !u.equals(count) && u.isAskedBy(counts)));
  }

  private static int place(Unknown unknown, Map<Fact, Integer> presumable) {
    return unknown.of() instanceof Missing.OfFact(var fact, _, _)
        ? presumable.getOrDefault(fact, -1)
        : -1;
  }

  /** The open facts that some rule would presume, by the place of the step that does. */
  private static Map<Fact, Integer> presumable(Trials trials) {
    Map<Fact, Integer> presumable = new HashMap<>();
    List<Step> steps = trials.policy().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Presume(var fact, _) && trials.isUnknown(fact)) {
        presumable.put(fact, i);
      }
    }
    return presumable;
  }
}

package org.hefu.seek;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.decide.Missing;
import org.hefu.engine.Trials;
import org.hefu.engine.Trials.Trial;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Row;

/**
 * Fills in one unknown after the other, each with each of its cells, and goes no further where the
 * outcome holds already.
 */
final class Completions {
  /** What may come of a completion: an outcome, and what is then still to be done. */
  record Answer(Outcome outcome, BitSet open) {}

  private final Trials trials;
  private final List<Unknown> unknowns;
  private final Forest forest = new Forest();
  private final Map<Answer, Integer> answers = new LinkedHashMap<>();
  private final BitSet always = new BitSet();
  private final BitSet sometimes = new BitSet();
  private final Fact stage;
  private final int bound;
  private final boolean stopsAtSecond;
  private int decided = 0;
  private boolean stopped = false;

  /**
   * @param stopsAtSecond stop as soon as there are two outcomes, or one is not determined
   */
  Completions(Trials trials, List<Unknown> unknowns, int bound, boolean stopsAtSecond) {
    this.trials = trials;
    this.unknowns = unknowns;
    this.bound = bound;
    this.stopsAtSecond = stopsAtSecond;
    this.stage = trials.policy().request().stage();
    this.always.set(0, trials.policy().rules().size());
  }

  /** A tree whose leaves are numbers of answers; empty if the bound, or a second outcome, came. */
  Optional<Tree> tree() {
    Tree tree = grow(0, trials.row());
    return stopped ? Optional.empty() : Optional.of(tree);
  }

  /** How many decisions it took. */
  int decided() {
    return decided;
  }

  Forest forest() {
    return forest;
  }

  List<Answer> answers() {
    return List.copyOf(answers.keySet());
  }

  /** The rules on which every answer rests. */
  BitSet always() {
    return always;
  }

  /** The rules on which some answer rests. */
  BitSet sometimes() {
    return sometimes;
  }

  private Tree grow(int from, long[] row) {
    if (decided == bound) {
      stopped = true;
    }
    if (stopped) {
      return forest.leaf(-1);
    }
    decided++;
    long[] followed = row.clone();
    Trial trial = trials.of(followed);
    // What is still to be done may hang on facts that a condition asks for, too.
    int level = trial.pending().isEmpty() ? unknowns.size() : next(from, trial, followed);
    if (level == unknowns.size()) {
      return leaf(trial);
    }
    Unknown unknown = unknowns.get(level);
    List<Tree> branches = new ArrayList<>();
    for (Cell cell : unknown.cells()) {
      long[] filled = row.clone();
      cell.fill(filled, unknown.slot());
      branches.add(grow(level + 1, filled));
    }
    return forest.fork(level, branches);
  }

  /** The first unknown that still bears on the outcome. */
  private int next(int from, Trial trial, long[] row) {
    Atoms atoms = new Atoms(trials, row);
    trial.pending().stream().mapToObj(trials.policy().rules()::get).forEach(atoms::add);
    boolean planned = trials.completed(row) == Row.FALSE;
    for (int level = from; level < unknowns.size(); level++) {
      if (planned && unknowns.get(level).ofSteps()) {
        continue;
      }
      boolean bears =
          switch (unknowns.get(level).of()) {
            case Missing.OfFact(var fact, _, _) ->
                fact.equals(stage)
                    || atoms.ofConditions().contains(fact)
                    || atoms.ofSteps().contains(fact);
            case Missing.OfLaw(var question, _) ->
                atoms.lawOfConditions().contains(question) || atoms.lawOfSteps().contains(question);
          };
      if (bears) {
        return level;
      }
    }
    return unknowns.size();
  }

  private Tree leaf(Trial trial) {
    Answer answer = new Answer(trial.outcome(), trial.open());
    answers.putIfAbsent(answer, answers.size());
    always.and(trial.grounds());
    sometimes.or(trial.grounds());
    boolean undetermined = trial.outcome() == Outcome.UNDETERMINED;
    boolean second = answers.keySet().stream().anyMatch(a -> a.outcome() != trial.outcome());
    stopped |= stopsAtSecond && (undetermined || second);
    return forest.leaf(answers.get(answer));
  }
}

package org.hefu.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Effect;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Type;

/** From which rules apply to what may be done: defeat, then the first outcome that holds. */
final class Verdict {
  private static final byte FORBIDS = 0;
  private static final byte REQUIRES = 1;
  private static final byte OTHER = 2;

  private final byte[] effects;
  private final int[][] defeaters;

  /**
   * For each rule that requires something, the slots that say whether one of its choices is met.
   */
  private final int[][] met;

  /**
   * For each rule that requires something, those whose requirement, once met, meets this one, too.
   */
  private final int[][] impliedBy;

  private final int[] instruments;

  /** For each rule and act, whether the rule speaks of the act. */
  private final byte[][] matches;

  private final int act;
  private final int stage;
  private final int completed;

  Verdict(Policy policy) {
    List<Rule> rules = policy.rules();
    effects = new byte[rules.size()];
    met = new int[rules.size()][];
    impliedBy = new int[rules.size()][];
    instruments = new int[rules.size()];
    matches = new byte[rules.size()][];
    defeaters = policy.defeaters().toArray(int[][]::new);
    act = policy.request().act().slot();
    stage = policy.request().stage().slot();
    completed =
        ((Type.Of) policy.request().stage().type())
            .kind()
            .member("completed")
            .orElseThrow()
            .index();
    Kind acts = ((Type.Of) policy.request().act().type()).kind();
    Map<List<Kind.Member>, byte[]> known = new HashMap<>();
    for (Rule rule : rules) {
      int i = rule.index();
      instruments[i] = rule.instrument().slot();
      matches[i] =
          known.computeIfAbsent(rule.effect().spokenOf(), spokenOf -> Lower.truths(acts, spokenOf));
      met[i] = new int[0];
      effects[i] =
          switch (rule.effect()) {
            case Effect.Forbid _ -> FORBIDS;
            case Effect.Require _ -> REQUIRES;
            default -> OTHER;
          };
      impliedBy[i] = new int[0];
      if (rule.effect() instanceof Effect.Require(var choices, _)) {
        met[i] = choices.stream().mapToInt(p -> p.met().slot()).toArray();
        impliedBy[i] = impliedBy(choices, i, rules);
      }
    }
  }

  private static int[] impliedBy(List<Procedure> choices, int self, List<Rule> rules) {
    return rules.stream()
        .filter(r ->
            r.index() != self
                && r.effect() instanceof Effect.Require(var others, _)
                && choices.containsAll(others))
        .mapToInt(Rule::index)
        .toArray();
  }

  /**
   * A rule whose requirement surely applies and, once met, meets this rule's as well; -1 if there
   * is none. Such a requirement adds nothing, whether or not it applies. Of two alike the first
   * counts.
   */
  int impliedBy(int rule, byte[] effective) {
    for (int other : impliedBy[rule]) {
      boolean alike = met[other].length == met[rule].length;
      if (effective[other] == Row.TRUE && (!alike || other < rule || effective[rule] != Row.TRUE)) {
        return other;
      }
    }
    return -1;
  }

  /**
   * Turns, in place, "applies" into "applies and is not defeated". Always: defeaters come before
   * what they defeat.
   */
  void defeat(byte[] applies) {
    for (int i = 0; i < applies.length; i++) {
      int truth = applies[i];
      if (truth == Row.FALSE) {
        continue;
      }
      for (int defeater : defeaters[i]) {
        truth = Math.min(truth, Row.TRUE - applies[defeater]);
      }
      applies[i] = (byte) truth;
    }
  }

  /** Is the act completed? */
  int completed(long[] row) {
    long value = row[stage];
    return value == Row.UNKNOWN ? Row.MAYBE : value == completed ? Row.TRUE : Row.FALSE;
  }

  /** Is what the rule requires done? */
  int met(int rule, long[] row) {
    int most = Row.FALSE;
    for (int slot : met[rule]) {
      most = Math.max(most, (int) row[slot]);
    }
    return most;
  }

  /**
   * The first outcome that holds.
   *
   * @param effective for each rule, whether it applies and is not defeated
   */
  Outcome outcome(long[] row, byte[] effective) {
    int completed = completed(row);
    boolean undetermined = false;
    boolean conditional = false;
    for (int i = 0; i < effective.length; i++) {
      int truth = effective[i];
      if (truth == Row.FALSE || effects[i] == OTHER) {
        continue;
      }
      if (effects[i] == FORBIDS) {
        if (truth == Row.TRUE) {
          return Outcome.PROHIBITED;
        }
        undetermined = true;
        continue;
      }
      int met = met(i, row);
      if (met == Row.TRUE) {
        continue;
      }
      boolean isDue = truth == Row.TRUE;
      if (!isDue && impliedBy(i, effective) >= 0) {
        continue;
      }
      if (isDue && met == Row.FALSE && completed == Row.TRUE) {
        return Outcome.PROHIBITED;
      }
      undetermined |= !isDue || completed != Row.FALSE;
      conditional |= isDue;
    }
    if (undetermined) {
      return Outcome.UNDETERMINED;
    }
    if (conditional) {
      return Outcome.CONDITIONAL;
    }
    return switch (governed(row)) {
      case Row.TRUE -> Outcome.PERMITTED;
      case Row.FALSE -> Outcome.UNREGULATED;
      default -> Outcome.UNDETERMINED;
    };
  }

  /** Does some rule govern the flow, whatever its conditions say? */
  private int governed(long[] row) {
    int most = Row.FALSE;
    for (int i = 0; i < effects.length && most != Row.TRUE; i++) {
      most = Math.max(most, governs(i, row));
    }
    return most;
  }

  /** Does the rule govern the flow: its instrument applies and its act matches? */
  int governs(int rule, long[] row) {
    return Math.min((int) row[instruments[rule]], matches[rule][(int) row[act]]);
  }
}

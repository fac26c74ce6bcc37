package org.hefu.engine;

import java.util.List;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Type;

/** From which rules apply to what may be done: defeat, then the first outcome that holds. */
final class Verdict {
  private final Rule[] rules;
  private final int[][] defeaters;
  private final Fact stage;
  private final int completed;
  private final Fact act;

  Verdict(Policy policy) {
    rules = policy.rules().toArray(Rule[]::new);
    defeaters = policy.defeaters().toArray(int[][]::new);
    stage = policy.request().stage();
    act = policy.request().act();
    completed = ((Type.Of) stage.type()).kind().member("completed").orElseThrow().index();
  }

  /** Turns, in place, "applies" into "applies and is not defeated". Always: defeaters come before what they defeat. */
  void defeat(byte[] applies) {
    for (int i = 0; i < applies.length; i++) {
      int strongest = Row.FALSE;
      for (int defeater : defeaters[i]) {
        strongest = Math.max(strongest, applies[defeater]);
      }
      applies[i] = (byte) Math.min(applies[i], Row.TRUE - strongest);
    }
  }

  /** Is the act completed? */
  int completed(long[] row) {
    long value = row[stage.slot()];
    return value == Row.UNKNOWN ? Row.MAYBE : value == completed ? Row.TRUE : Row.FALSE;
  }

  static int met(List<Procedure> choices, long[] row) {
    int met = Row.FALSE;
    for (Procedure procedure : choices) {
      met = Math.max(met, (int) row[procedure.met().slot()]);
    }
    return met;
  }

  /** @param effective for each rule, whether it applies and is not defeated */
  Outcome outcome(long[] row, byte[] effective) {
    int completed = completed(row);
    boolean prohibited = false;
    boolean undetermined = false;
    boolean conditional = false;
    for (int i = 0; i < rules.length; i++) {
      int truth = effective[i];
      if (truth == Row.FALSE) {
        continue;
      }
      switch (rules[i].effect()) {
        case Effect.Forbid _ -> {
          prohibited |= truth == Row.TRUE;
          undetermined |= truth == Row.MAYBE;
        }
        case Effect.Require(var choices, _) -> {
          int met = met(choices, row);
          if (met == Row.TRUE) {
            continue;
          }
          boolean isDue = truth == Row.TRUE;
          prohibited |= isDue && met == Row.FALSE && completed == Row.TRUE;
          undetermined |= !isDue || completed != Row.FALSE;
          conditional |= isDue;
        }
        default -> {}
      }
    }
    if (prohibited) {
      return Outcome.PROHIBITED;
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
    for (Rule rule : rules) {
      most = Math.max(most, governs(rule, row));
      if (most == Row.TRUE) {
        break;
      }
    }
    return most;
  }

  int governs(Rule rule, long[] row) {
    return Math.min((int) row[rule.instrument().slot()], matches(rule, row));
  }

  private int matches(Rule rule, long[] row) {
    if (!(act.type() instanceof Type.Of(var kind))) {
      return Row.FALSE;
    }
    Kind.Member proposed = kind.member((int) row[act.slot()]);
    int match = Row.FALSE;
    for (Kind.Member one : rule.effect().spokenOf()) {
      match = Math.max(match, one.holds(proposed) ? Row.TRUE : proposed.holds(one) ? Row.MAYBE : Row.FALSE);
    }
    return match;
  }
}

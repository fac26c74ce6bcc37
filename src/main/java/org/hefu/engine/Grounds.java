package org.hefu.engine;

import org.hefu.model.Effect;
import org.hefu.model.Outcome;
import org.hefu.model.Row;
import org.hefu.model.Rule;

/** On which rules an outcome that is not open rests. */
final class Grounds {
  private Grounds() {}

  /**
   * Is the rule one of them?
   *
   * @param truth whether it applies and is not defeated
   * @param met whether what it requires is done
   * @param completed whether the act is done already
   */
  static boolean hold(Rule rule, Outcome outcome, int truth, int met, int completed) {
    if (truth != Row.TRUE) {
      return false;
    }
    return switch (rule.effect()) {
      case Effect.Forbid _ -> outcome == Outcome.PROHIBITED;
      case Effect.Require _ ->
          switch (outcome) {
            case PROHIBITED -> met == Row.FALSE && completed == Row.TRUE;
            case CONDITIONAL -> met != Row.TRUE;
            case PERMITTED -> true;
            case UNDETERMINED, UNREGULATED -> false;
          };
      case Effect.Permit _, Effect.Exempt _ -> outcome == Outcome.PERMITTED;
      case Effect.Oblige _, Effect.Presume _, Effect.Advise _ -> false;
    };
  }
}

package org.hefu.engine;

import java.util.List;
import org.hefu.decide.Missing;
import org.hefu.model.Effect;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;

/** What leaves a decision open. */
final class Wanting {
  private final Outline outline;
  private final Ruled ruled;
  private final Policy policy;
  private final Gaps gaps;

  Wanting(Reasons reasons, Probe probe) {
    this.outline = reasons.outline;
    this.ruled = outline.ruled;
    this.policy = reasons.policy();
    this.gaps = new Gaps(probe, policy);
  }

  /** The unknown facts and open questions on which it hangs. */
  List<Missing> missing() {
    if (ruled.outcome == Outcome.UNDETERMINED || ruled.outcome == Outcome.CONDITIONAL) {
      open();
    }
    // A text that speaks only perhaps, or asks for what may be done, may turn out to be silent.
    for (Rule rule : outline.clashing) {
      open(rule);
      gaps.met(rule);
    }
    return gaps.missing();
  }

  /** Notes what leaves the outcome open, or a requirement unconfirmed. */
  private void open() {
    boolean governed = false;
    for (byte guard : ruled.guards) {
      governed |= guard == Row.TRUE;
    }
    for (int at = 0; at < ruled.count(); at++) {
      Rule rule = policy.rules().get(ruled.rule(at));
      if (ruled.effectiveAt(at) == Row.FALSE) {
        continue;
      }
      switch (rule.effect()) {
        case Effect.Forbid _ -> open(rule);
        case Effect.Require _ -> {
          if (ruled.metAt(at) != Row.TRUE && !outline.addsNothing(rule)) {
            open(rule);
            gaps.met(rule);
            if (ruled.outcome == Outcome.UNDETERMINED && ruled.completed == Row.MAYBE) {
              gaps.fact(policy.request().stage(), rule);
            }
          }
        }
        default -> {}
      }
    }
    if (ruled.outcome == Outcome.UNDETERMINED && !governed) {
      policy.rules().stream()
          .filter(r -> outline.governs(r.index()) == Row.MAYBE)
          .forEach(gaps::applies);
    }
  }

  /**
   * Notes what leaves the rule's effect open: its own application, or that of what may defeat it,
   * or of what may defeat that.
   */
  private void open(Rule rule) {
    if (!outline.isOpen(rule)) {
      return;
    }
    if (ruled.applies(rule.index()) == Row.MAYBE) {
      gaps.applies(rule);
    }
    for (int[] defeaters : policy.defeaters().get(rule.index())) {
      if (gaps.isNew(defeaters)) {
        for (int defeater : defeaters) {
          open(policy.rules().get(defeater));
        }
      }
    }
  }
}

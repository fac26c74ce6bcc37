package org.hefu.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.decide.Deadline;
import org.hefu.decide.Finding;
import org.hefu.decide.State;
import org.hefu.decide.Truth;
import org.hefu.model.Effect;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;

/** What follows an act: until when duties are to be done, and what breaking rules leaves behind. */
final class Aftermath {
  private final Policy policy;
  private final Probe probe;
  private final Ruled ruled;
  private final Outcome outcome;

  Aftermath(Policy policy, Probe probe, Ruled ruled, Outcome outcome) {
    this.policy = policy;
    this.probe = probe;
    this.ruled = ruled;
    this.outcome = outcome;
  }

  List<Deadline> deadlines() {
    List<Deadline> deadlines = new ArrayList<>();
    for (int at = 0; at < ruled.count(); at++) {
      Rule rule = policy.rules().get(ruled.rule(at));
      if (rule.effect() instanceof Effect.Oblige duty
          && duty.due().isPresent()
          && ruled.effectiveAt(at) != Row.FALSE) {
        deadlines.add(deadline(rule, duty, duty.due().get()));
      }
    }
    return deadlines;
  }

  private Deadline deadline(Rule rule, Effect.Oblige duty, Term last) {
    long due = probe.value(last);
    boolean isKnown = due != Row.UNKNOWN;
    int past = !isKnown ? Row.MAYBE : due < today() ? Row.TRUE : Row.FALSE;
    // Where nothing says when it is fulfilled, nobody knows here whether it was.
    int done = duty.done().map(p -> (int) probe.row()[p.met().slot()]).orElse(Row.MAYBE);
    int overdue = Math.min(ruled.effective(rule.index()), Math.min(past, Row.TRUE - done));
    return new Deadline(
        rule,
        isKnown ? Optional.of(LocalDate.ofEpochDay(due)) : Optional.empty(),
        Truth.of(overdue),
        Truth.of(done));
  }

  private long today() {
    return probe.row()[policy.request().on().slot()];
  }

  /** A completed act that was prohibited, or a duty that is overdue, is a breach. */
  List<State> states(List<Finding> findings, List<Deadline> deadlines) {
    List<State> states = new ArrayList<>();
    boolean isBroken = outcome == Outcome.PROHIBITED && ruled.completed == Row.TRUE;
    if (isBroken) {
      findings.stream().filter(Finding::operative).forEach(f -> states(f.rule(), states));
    }
    for (Deadline deadline : deadlines) {
      if (deadline.overdue() == Truth.TRUE) {
        states(deadline.rule(), states);
      }
    }
    return states;
  }

  private void states(Rule rule, List<State> states) {
    rule.consequences().stream()
        .flatMap(c -> c.sets().stream())
        .map(f -> new State(f, LocalDate.ofEpochDay(today()), rule))
        .filter(s -> !states.contains(s))
        .forEach(states::add);
  }
}

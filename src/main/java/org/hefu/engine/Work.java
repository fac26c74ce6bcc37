package org.hefu.engine;

import java.util.Arrays;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.hefu.model.Row;

/** What one thread needs to find an outcome, and uses again for the next. */
abstract class Work {
  private final Shelves shelves;
  private final Verdict verdict;
  private final boolean[] surely;
  private final boolean hasRequirements;

  Work(Outcomes outcomes) {
    this.shelves = outcomes.shelves;
    this.verdict = outcomes.verdict;
    this.hasRequirements = shelves.requirements < shelves.defeaters;
    this.surely = new boolean[verdict.needs()];
  }

  Outcome outcome(Facts facts) {
    begin(facts);
    int forbidden = forbidden();
    if (forbidden == Row.TRUE) {
      return Outcome.PROHIBITED;
    }
    if (forbidden == Row.MAYBE && completed() == Row.FALSE) {
      return Outcome.UNDETERMINED;
    }
    int due = hasRequirements ? due() : 0;
    if ((due & Due.PROHIBITED) != 0) {
      return Outcome.PROHIBITED;
    }
    if (forbidden == Row.MAYBE
        || (due & Due.UNDETERMINED) != 0
        || ((due & Due.PERHAPS) != 0 && asksMore())) {
      return Outcome.UNDETERMINED;
    }
    if ((due & Due.CONDITIONAL) != 0) {
      return Outcome.CONDITIONAL;
    }
    return switch (governed()) {
      case Row.TRUE -> Outcome.PERMITTED;
      case Row.FALSE -> Outcome.UNREGULATED;
      default -> Outcome.UNDETERMINED;
    };
  }

  /** What does the same faster for flows like those that have been; itself if there is none. */
  Work settled() {
    return this;
  }

  /** Begins with another flow. */
  abstract void begin(Facts facts);

  /** The most that is true of "a ban applies and is not defeated". */
  abstract int forbidden();

  /** Is the act completed? */
  abstract int completed();

  /** What comes of all requirements. */
  int due() {
    int due = completed();
    int end = shelves.defeaters;
    for (int entry = next(shelves.requirements, end);
        entry < end && (due & Due.PROHIBITED) == 0;
        entry = next(entry + 1, end)) {
      int truth = effective(entry);
      due = Due.next(due, truth, truth == Row.FALSE ? Row.TRUE : met(shelves.rule(entry)));
    }
    return due;
  }

  /** Does some text speak of the flow? */
  abstract int governed();

  /** The first entry that may hold, from one on; the end if there is none before that. */
  abstract int next(int from, int end);

  /** Does the rule apply, and is not defeated? Always: it may. */
  abstract int effective(int entry);

  /** Does the rule apply, defeated or not? Always: it may, and reasons are asked for. */
  abstract int applies(int entry);

  /** Is what the rule requires done? */
  abstract int met(int rule);

  /** The most that is true of the effect of some entries. */
  abstract int strongest(Shelves.Entries entries);

  /** Is there something that may be required, is not met, and is not surely required anyway? */
  private boolean asksMore() {
    Arrays.fill(surely, false);
    int end = shelves.defeaters;
    for (int entry = next(shelves.requirements, end); entry < end; entry = next(entry + 1, end)) {
      if (effective(entry) == Row.TRUE) {
        surely[verdict.need(shelves.rule(entry))] = true;
      }
    }
    for (int entry = next(shelves.requirements, end); entry < end; entry = next(entry + 1, end)) {
      int rule = shelves.rule(entry);
      if (effective(entry) == Row.MAYBE
          && met(rule) != Row.TRUE
          && !surely[verdict.asked(rule, surely)]) {
        return true;
      }
    }
    return false;
  }

  /**
   * How all rules stand. Always: of the flow whose outcome this is, and which was asked for last.
   */
  Ruled ruled(Outcome outcome) {
    Ruled ruled = new Ruled(verdict.guards(), completed(), outcome);
    int guards = shelves.guards;
    for (int entry = next(0, guards); entry < guards; entry = next(entry + 1, guards)) {
      int rule = shelves.rule(entry);
      int effect = effective(entry);
      boolean isDefeasible = shelves.setsOf()[entry].length > 0;
      int applying = effect == Row.TRUE || !isDefeasible ? effect : applies(entry);
      if (applying != Row.FALSE) {
        ruled.put(rule, applying, effect, verdict.need(rule) < 0 ? Row.FALSE : met(rule));
      }
    }
    for (int entry = next(guards, shelves.end);
        entry < shelves.end;
        entry = next(entry + 1, shelves.end)) {
      ruled.guards[verdict.guardOf(shelves.rule(entry))] = (byte) effective(entry);
    }
    return ruled.sorted();
  }
}

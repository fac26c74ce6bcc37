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

  /** Begins with another flow. */
  abstract void begin(Facts facts);

  /** The most that is true of "a ban applies and is not defeated". */
  abstract int forbidden();

  /** Is the act completed? */
  abstract int completed();

  /** What comes of all requirements. */
  abstract int due();

  /** Does some text speak of the flow? */
  abstract int governed();

  /** The first requirement that may apply, from an entry on; the end of them if there is none. */
  abstract int nextRequirement(int from);

  /** Does the rule apply, and is not defeated? Always: it may. */
  abstract int effective(int entry);

  /** Is what the rule requires done? */
  abstract int met(int rule);

  /** The most that is true of the effect of some entries. */
  abstract int strongest(Shelves.Entries entries);

  /** Is there something that may be required, is not met, and is not surely required anyway? */
  private boolean asksMore() {
    Arrays.fill(surely, false);
    for (int entry = nextRequirement(shelves.requirements);
        entry < shelves.defeaters;
        entry = nextRequirement(entry + 1)) {
      if (effective(entry) == Row.TRUE) {
        surely[verdict.need(shelves.rule(entry))] = true;
      }
    }
    for (int entry = nextRequirement(shelves.requirements);
        entry < shelves.defeaters;
        entry = nextRequirement(entry + 1)) {
      int rule = shelves.rule(entry);
      if (effective(entry) == Row.MAYBE
          && met(rule) != Row.TRUE
          && !surely[verdict.asked(rule, surely)]) {
        return true;
      }
    }
    return false;
  }
}

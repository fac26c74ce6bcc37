package org.hefu.seek;

import java.util.Set;
import org.hefu.decide.Decision;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;

/** Decides a flow, and puts an answer that is undetermined to the test before it is reported. */
public final class Decide {
  private Decide() {}

  /** The outcome with its reasons. {@code using} names modules; empty for all. */
  public static Decision flow(Program program, Facts facts, Set<String> using) {
    Decision decision = program.decide(facts, using);
    return decision.outcome() == Outcome.UNDETERMINED
        ? new Settle(program.trials(facts, using), facts, decision).settled()
        : decision;
  }

  /** The outcome alone; only an undetermined one takes longer than {@link Program#outcome}. */
  public static Outcome outcome(Program program, Facts facts, Set<String> using) {
    Outcome outcome = program.outcome(facts, using);
    return outcome == Outcome.UNDETERMINED
        ? new Settle(program.trials(facts, using), facts, program.decide(facts, using)).outcome()
        : outcome;
  }
}

package org.hefu.seek;

import java.util.List;
import org.hefu.decide.Decision;
import org.hefu.decide.IfAdopted;
import org.hefu.engine.Asked;
import org.hefu.engine.Parts;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;

/** Decides a flow, and puts an answer that is undetermined to the test before it is reported. */
public final class Decide {
  private Decide() {}

  /** The outcome with its reasons; of a flow with parts, each part is put to the test. */
  public static Decision flow(Program program, Facts facts, Asked asked) {
    if (facts.parts().isEmpty()) {
      return tested(program, facts, asked, program.decide(facts, asked));
    }
    List<Decision.Part> parts =
        Parts.of(program, facts).stream()
            .map(p -> new Decision.Part(p.name(), flow(program, p.facts(), asked)))
            .toList();
    return Parts.whole(facts, parts);
  }

  /** The outcome alone; only an undetermined one takes longer than {@link Program#outcome}. */
  public static Outcome outcome(Program program, Facts facts, Asked asked) {
    Outcome outcome = program.outcome(facts, asked);
    if (outcome != Outcome.UNDETERMINED) {
      return outcome;
    }
    return flow(program, facts, Asked.of(asked.using())).outcome();
  }

  private static Decision tested(Program program, Facts facts, Asked asked, Decision decision) {
    Decision tested = tested(program, facts, asked, false, decision);
    return tested
        .ifAdopted()
        .map(a -> new IfAdopted(tested(program, facts, asked, true, a.decision()), a.drafts()))
        .map(tested::beside)
        .orElse(tested);
  }

  private static Decision tested(
      Program program, Facts facts, Asked asked, boolean drafts, Decision decision) {
    if (decision.outcome() != Outcome.UNDETERMINED
        || (decision.isUnsettled() && decision.missing().isEmpty())) {
      return decision;
    }
    Decision settled = new Settle(program.trials(facts, asked, drafts), facts, decision).settled();
    // Where texts differ, facts do not settle which applies; but a text that only may speak may
    // turn out to be silent.
    return decision.isUnsettled() && settled.outcome() == Outcome.UNDETERMINED ? decision : settled;
  }
}

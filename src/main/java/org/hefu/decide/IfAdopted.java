package org.hefu.decide;

import java.util.List;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;

/**
 * What would be decided if the drafts were adopted as they are and in force on the flow's date. It
 * is no law, and drafts change.
 *
 * @param decision the decision with the drafts counted
 * @param drafts the drafts that govern the flow, or may
 * @param rules the rules of drafts on which that decision rests
 */
public record IfAdopted(Decision decision, List<Instrument> drafts, List<Rule> rules) {
  public Outcome outcome() {
    return decision.outcome();
  }
}

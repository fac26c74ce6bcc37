package org.hefu.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;

/**
 * What was decided of one flow, and why. {@link Outcome} alone is worked out always; the rest only
 * when asked for.
 *
 * @param on the date decided for
 * @param using the modules the question was put to; empty for all
 * @param versions the instruments in force on the date whose territory the flow lies, or may lie,
 *     in
 * @param drafts those in whose territory the flow lies or may lie; they ground nothing
 * @param findings what became of each rule that governs the flow: the operative ones first, then
 *     the others that apply or may, then those that do not
 * @param requirements what is to be done first, and what has been done, in the order of the rules
 * @param duties what continues afterwards
 * @param missing the unknown facts and open questions on which the outcome hangs; empty unless it
 *     is undetermined or conditional
 * @param facts what the flow states
 * @param conflicts texts that differ, where neither is higher; empty where facts are wanting, too
 * @param ifAdopted what it would be if the drafts were adopted, where that was asked
 * @param hashes of the policy and of the flow's facts
 * @param deadlines the last days for the duties, as far as the texts set any
 * @param states what broken rules leave behind for later flows
 * @param grants where grants are asked for: those relied on or, if none covers the flow, those that
 *     come nearest
 * @param parts of the flow; none where it is one
 * @param settling what came of putting it to the test; empty where what is known was enough
 */
public record Decision(
    Outcome outcome,
    LocalDate on,
    Policy policy,
    Set<String> using,
    List<Instrument> versions,
    List<Instrument> drafts,
    List<Finding> findings,
    List<Requirement> requirements,
    List<Finding> duties,
    List<Finding> advice,
    List<Presumption> presumptions,
    List<Missing> missing,
    List<FactValue> facts,
    Hashes hashes,
    List<Deadline> deadlines,
    List<State> states,
    List<Conflict> conflicts,
    Optional<IfAdopted> ifAdopted,
    List<Granted> grants,
    List<Part> parts,
    Optional<Settling> settling) {

  /** A part of the flow, decided by itself with the counts of all. */
  public record Part(String name, Decision decision) {}

  /** Is it undetermined only because the law does not say which of two texts applies? */
  public boolean isUnsettled() {
    return !conflicts.isEmpty();
  }

  /** The same, with what it would be if the drafts were adopted. */
  public Decision beside(IfAdopted adopted) {
    return new Decision(
        outcome,
        on,
        policy,
        using,
        versions,
        drafts,
        findings,
        requirements,
        duties,
        advice,
        presumptions,
        missing,
        facts,
        hashes,
        deadlines,
        states,
        conflicts,
        Optional.of(adopted),
        grants,
        parts,
        settling);
  }
}

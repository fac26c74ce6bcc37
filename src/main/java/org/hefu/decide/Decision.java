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
 * @param findings what became of each rule that governs the flow, the operative ones first
 * @param requirements what is to be done first, and what has been done, in the order of the rules
 * @param duties what continues afterwards
 * @param missing the unknown facts and open questions on which the outcome hangs; empty unless it
 *     is undetermined or conditional
 * @param facts what the flow states
 * @param policyHash SHA-256 of the policy's texts, in hexadecimal
 * @param deadlines the last days for the duties, as far as the texts set any
 * @param states what broken rules leave behind for later flows
 * @param flowHash SHA-256 of the flow's facts, in hexadecimal
 * @param settling what came of putting it to the test; empty where what is known was enough
 */
public record Decision(
    Outcome outcome,
    LocalDate on,
    Policy policy,
    Set<String> using,
    List<Instrument> versions,
    List<Finding> findings,
    List<Requirement> requirements,
    List<Finding> duties,
    List<Finding> advice,
    List<Presumption> presumptions,
    List<Missing> missing,
    List<FactValue> facts,
    String policyHash,
    String flowHash,
    List<Deadline> deadlines,
    List<State> states,
    Optional<Settling> settling) {}

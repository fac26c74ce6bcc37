package org.hefu.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;

/**
 * A decision that is put together from others.
 *
 * @param ofRule what the conditions of the rule came to of which something was found
 */
public record Decided(
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
    Optional<Settling> settling,
    Function<Finding, List<Element>> ofRule)
    implements Decision {
  @Override
  public List<Element> elements(Finding finding) {
    return ofRule.apply(finding);
  }
}

package org.hefu.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.decide.Finding.Standing;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;

/**
 * What would be decided if the drafts were adopted as they are and in force on the flow's date. It
 * is no law, and drafts change.
 *
 * @param decision the decision with the drafts counted
 * @param drafts the drafts that govern the flow, or may
 */
public record IfAdopted(Decision decision, List<Instrument> drafts) {
  public Outcome outcome() {
    return decision.outcome();
  }

  /** The rules of drafts on which that decision rests. */
  public List<Rule> rules() {
    Set<Rule> grounds = new TreeSet<>(Comparator.comparingInt(Rule::index));
    for (Finding finding : decision.findings()) {
      if (finding.operative()) {
        grounds.add(finding.rule());
      }
      if (finding.standing() == Standing.DEFEATED) {
        grounds.addAll(finding.defeatedBy());
      }
    }
    List<Rule> rules = new ArrayList<>(grounds);
    decision.presumptions().forEach(p -> rules.add(p.rule()));
    rules.removeIf(r -> !r.instrument().isDraft());
    return List.copyOf(rules);
  }
}

package org.hefu.decide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hefu.model.Arbiter;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Rule;

/**
 * Two texts of which neither is higher, and that give different outcomes (立法法 106).
 *
 * @param arbiter who decides which of them applies
 */
public record Conflict(Side one, Side other, Arbiter arbiter) {
  /**
   * One of the two texts.
   *
   * @param outcome what comes out with the other text left out
   * @param rules those by which it speaks about the flow
   */
  public record Side(Instrument instrument, Outcome outcome, List<Rule> rules) {}

  /** The rules by which the texts of some conflicts speak, each once. */
  public static Set<Rule> rules(List<Conflict> conflicts) {
    Set<Rule> rules = new LinkedHashSet<>();
    for (Conflict each : conflicts) {
      rules.addAll(each.one.rules);
      rules.addAll(each.other.rules);
    }
    return rules;
  }

  /** The side that is safe to follow until it is decided: the stricter. */
  public Side safe() {
    return other.outcome().isStricterThan(one.outcome()) ? other : one;
  }
}

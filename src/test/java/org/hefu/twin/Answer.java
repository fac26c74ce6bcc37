package org.hefu.twin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hefu.decide.Decision;
import org.hefu.decide.Requirement;
import org.hefu.model.Outcome;

/**
 * What is compared: the outcome, whether texts clash, what is surely still to be done, and what
 * became of each rule.
 */
record Answer(Outcome outcome, boolean isUnsettled, Set<Set<String>> open, Set<String> findings) {
  /** The twin's. */
  static Answer of(Twin twin, boolean isDivided) {
    return new Answer(
        twin.outcome(),
        twin.isUnsettled(),
        twin.openRequirements(),
        isDivided ? Set.of() : twin.findings());
  }

  /** The engine's. */
  static Answer of(Decision decision) {
    Set<String> findings = new TreeSet<>();
    // Of a flow with parts, each part has findings of its own.
    Stream.of(decision.findings(), decision.duties(), decision.advice())
        .filter(_ -> decision.parts().isEmpty())
        .flatMap(List::stream)
        .forEach(f -> findings.add(Twin.told(f.rule(), f.standing().word(), f.defeatedBy())));
    return new Answer(decision.outcome(), decision.isUnsettled(), open(decision), findings);
  }

  static Set<Set<String>> open(Decision decision) {
    Set<Set<String>> open = new HashSet<>();
    for (Requirement requirement : decision.requirements()) {
      if (requirement.certain() && requirement.isOpen()) {
        open.add(
            new TreeSet<>(
                requirement.choices().stream().map(c -> c.procedure().names().name()).toList()));
      }
    }
    return open;
  }
}

package org.hefu.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.text.Span;

/**
 * A test: facts, and what is expected of the decision.
 *
 * @param given values by fact; a set's are in the order of its slots
 * @param using modules to which the question is put; empty for all
 */
public record Scenario(
    String module,
    String title,
    Optional<String> caseId,
    Map<Fact, long[]> given,
    Set<String> using,
    Outcome expected,
    List<Cited> citing,
    List<Set<Procedure>> requiring,
    List<Fact> missing,
    Span declared) {

  /** An article of an instrument, perhaps of one of its texts, or a rule by its whole name. */
  public record Cited(
      Span span,
      String module,
      Optional<Citation> citation,
      Optional<String> version,
      Optional<String> rule) {}
}

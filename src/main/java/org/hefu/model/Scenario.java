package org.hefu.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * A test: facts, and what is expected of the decision.
 *
 * @param given values by fact; a set's are in the order of its slots
 * @param using modules to which the question is put; empty for all
 * @param withDrafts whether what is expected is what would be decided if the drafts were adopted
 * @param parts of the flow; none where it is one
 */
public record Scenario(
    String module,
    Bilingual title,
    Optional<String> caseId,
    Map<Fact, long[]> given,
    Set<String> using,
    boolean withDrafts,
    Outcome expected,
    List<Cited> citing,
    List<Set<Procedure>> requiring,
    List<Fact> missing,
    Span declared,
    List<Part> parts) {

  /** Is this its title, in either language? */
  public boolean isTitled(String text) {
    return text.equals(title.zh()) || text.equals(title.en());
  }

  /** Is it a row of the table of this title? */
  public boolean isRowOf(String table) {
    return title.zh().startsWith(table + ": ") || title.en().startsWith(table + ": ");
  }

  /** What one part of the flow states beside, or against, what is common to all. */
  public record Part(String name, Map<Fact, long[]> given) {}

  /**
   * An article of an instrument, perhaps of one of its texts, or a rule by its whole name.
   *
   * @param not must it be otherwise: must the answer not rest on it?
   * @param overdue must its duty be overdue?
   */
  public record Cited(
      Span span,
      boolean not,
      boolean overdue,
      String module,
      Optional<Citation> citation,
      Optional<String> version,
      Optional<String> rule) {}
}

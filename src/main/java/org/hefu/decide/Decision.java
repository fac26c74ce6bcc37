package org.hefu.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hefu.decide.Finding.Standing;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;

/**
 * What was decided of one flow, and why. {@link Outcome} alone is worked out always; the rest only
 * when asked for.
 */
public interface Decision {
  Outcome outcome();

  /** The date decided for. */
  LocalDate on();

  Policy policy();

  /** The modules the question was put to; empty for all. */
  Set<String> using();

  /** The instruments in force on the date whose territory the flow lies, or may lie, in. */
  List<Instrument> versions();

  /** The drafts in whose territory the flow lies or may lie; they ground nothing. */
  List<Instrument> drafts();

  /**
   * What became of each rule that governs the flow: the operative ones first, then the others that
   * apply or may, then those that do not.
   */
  List<Finding> findings();

  /** Of these, those of the rules that apply, or may; of many rules these are few. */
  default List<Finding> applying() {
    return findings().stream().filter(f -> f.standing() != Standing.NOT_APPLIED).toList();
  }

  /**
   * What the conditions of a rule came to, one by one.
   *
   * @param finding one of this decision's
   */
  List<Element> elements(Finding finding);

  /** What is to be done first, and what has been done, in the order of the rules. */
  List<Requirement> requirements();

  /** What continues afterwards. */
  List<Finding> duties();

  /** What is encouraged only. */
  List<Finding> advice();

  /** The facts that a rule filled in. */
  List<Presumption> presumptions();

  /**
   * The unknown facts and open questions on which the outcome hangs; empty unless it is
   * undetermined or conditional.
   */
  List<Missing> missing();

  /** What the flow states. */
  List<FactValue> facts();

  /** What tells the policy and the facts of the flow from others. */
  Hashes hashes();

  /** The last days for the duties, as far as the texts set any. */
  List<Deadline> deadlines();

  /** What broken rules leave behind for later flows. */
  List<State> states();

  /** Texts that differ, where neither is higher; empty where facts are wanting, too. */
  List<Conflict> conflicts();

  /** What it would be if the drafts were adopted, where that was asked. */
  Optional<IfAdopted> ifAdopted();

  /**
   * Where grants are asked for: those relied on or, if none covers the flow, those that come
   * nearest.
   */
  List<Granted> grants();

  /** The parts of the flow; none where it is one. */
  List<Part> parts();

  /** What came of putting it to the test; empty where what is known was enough. */
  Optional<Settling> settling();

  /** A part of the flow, decided by itself with the counts of all. */
  record Part(String name, Decision decision) {}

  /** Is it undetermined only because the law does not say which of two texts applies? */
  default boolean isUnsettled() {
    return !conflicts().isEmpty();
  }

  /** The same, with what it would be if the drafts were adopted. */
  default Decision beside(IfAdopted adopted) {
    return new Decided(
        outcome(),
        on(),
        policy(),
        using(),
        versions(),
        drafts(),
        findings(),
        requirements(),
        duties(),
        advice(),
        presumptions(),
        missing(),
        facts(),
        hashes(),
        deadlines(),
        states(),
        conflicts(),
        Optional.of(adopted),
        grants(),
        parts(),
        settling(),
        this::elements);
  }
}

package org.hefu.decide;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.model.Question;
import org.hefu.model.Term;

/**
 * One element of a rule's conditions and what it came to.
 *
 * @param negated does a {@code not} stand before it?
 * @param truth of the element itself, before any negation
 * @param facts the facts it looks at
 * @param margin for a comparison of a known number with one in the text: how far the fact lies
 *     below it (positive) or above it, in ten-thousandths
 * @param open what leaves it open besides facts
 * @param limit what a tally, or a number with a margin, is compared with
 */
public record Element(
    Part part,
    Term term,
    boolean negated,
    Truth truth,
    List<FactValue> facts,
    OptionalLong margin,
    List<Question> open,
    Optional<Term> limit) {

  /** Does it let the rule apply? An exception does where it is false. */
  public Truth speaksFor() {
    return negated == (part == Part.UNLESS) ? truth : truth.negated();
  }

  /** Which part of the rule it stands in. */
  public enum Part {
    IN_FORCE,
    ACT,
    WHEN,
    UNLESS
  }
}

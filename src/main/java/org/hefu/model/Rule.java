package org.hefu.model;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * One norm: an effect and the condition under which it applies. A {@code require} of several
 * procedures, each of which is needed, has become one rule for each.
 *
 * @param index its place among the policy's rules
 * @param act does the flow's act match? true where the effect names no act
 */
public record Rule(
    int index,
    Names names,
    Instrument instrument,
    List<Citation> citations,
    Effect effect,
    Term act,
    Term when,
    Term unless,
    Yielding yieldsTo,
    List<Consequence> consequences,
    Span declared) {

  /**
   * What the text itself names when the rule is broken.
   *
   * @param sets the fact in which later flows state since when it holds
   */
  public record Consequence(Bilingual text, List<Citation> citations, Optional<Fact> sets) {}

  /** {@code cn.pipl.separate_consent}. */
  public String name() {
    return instrument.module() + "." + names.name();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule rule && rule.index == index;
  }

  @Override
  public int hashCode() {
    return index;
  }
}

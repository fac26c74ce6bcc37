package org.hefu.decide;

import java.util.List;
import org.hefu.model.Fact;
import org.hefu.model.Question;
import org.hefu.model.Rule;

/** Something not known on which the answer hangs, and the rules that ask for it. */
public sealed interface Missing {
  List<Rule> rules();

  /**
   * @param tooBroad it is stated, but not precisely enough
   */
  record OfFact(Fact fact, boolean tooBroad, List<Rule> rules) implements Missing {}

  /** An unsettled point of law. */
  record OfLaw(Question question, List<Rule> rules) implements Missing {}
}

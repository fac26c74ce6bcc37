package org.hefu.decide;

import java.util.List;
import java.util.Locale;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.text.Bilingual;

/**
 * What came of putting an undetermined answer to the test, by trying out what the unknown facts and
 * the open points of law could be.
 */
public sealed interface Settling {
  /** It is the same answer whatever they are, with the same to be done first. */
  record Settled(List<Missing> doesNotMatter) implements Settling {}

  /**
   * It is the same answer whatever they are, but what is to be done first differs.
   *
   * @param splitBy on what it depends
   * @param more are there more branches than these?
   */
  record Branches(
      List<Missing> doesNotMatter, List<Missing> splitBy, List<Branch> branches, boolean more)
      implements Settling {}

  /**
   * The answer depends on them.
   *
   * @param sufficient the smallest set of facts that settles it, whatever they turn out to be;
   *     there is only one, for the answer depends on each of them. Empty where none is sure to
   * @param law the open points of law on which it depends
   * @param enough what alone would settle it, if it turned out to be so
   */
  record Open(List<Missing.OfFact> sufficient, List<Missing.OfLaw> law, List<Enough> enough)
      implements Settling {}

  /** There were too many combinations to try them all. */
  record PastBound(int bound) implements Settling {}

  /**
   * What is to be done first in one case, or in several.
   *
   * @param cases each says what the facts would have to be
   * @param requirements each one procedure, or several of which any one is enough
   */
  record Branch(List<List<Value>> cases, List<List<Procedure>> requirements) {}

  /** What an unknown fact, or the answer to an open point of law, may be. */
  record Value(Missing of, Bilingual said) {}

  /** What alone would settle the answer, and how. */
  record Enough(Value value, Outcome outcome) {}

  default String word() {
    return switch (this) {
      case PastBound _ -> "past_bound";
      default -> getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}

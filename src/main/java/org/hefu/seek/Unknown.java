package org.hefu.seek;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hefu.decide.Missing;
import org.hefu.model.Fact;
import org.hefu.model.Term;

/**
 * An open fact or point of law that is filled in, and what with.
 *
 * @param slot where it begins in a row
 * @param compared is it compared with another open fact, so that its cells are mere examples?
 * @param ofSteps does it only say whether something required is done? Where the act is planned,
 *     what is not confirmed is to be done
 */
record Unknown(Missing of, int slot, List<Cell> cells, boolean compared, boolean ofSteps) {
  /** The fact; empty where it is a point of law. */
  Optional<Fact> fact() {
    return of instanceof Missing.OfFact(var its, _, _) ? Optional.of(its) : Optional.empty();
  }

  boolean isAskedBy(Term term) {
    return switch (of) {
      case Missing.OfFact(var fact, _, _) -> Atoms.facts(List.of(term)).contains(fact);
      case Missing.OfLaw(var question, _) -> Atoms.asks(term, question);
    };
  }

  boolean isOf(Fact fact) {
    return of instanceof Missing.OfFact(var its, _, _) && its.equals(fact);
  }

  boolean isOfOne(Collection<Fact> facts) {
    return of instanceof Missing.OfFact(var its, _, _) && facts.contains(its);
  }
}

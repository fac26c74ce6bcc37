package org.hefu.seek;

import java.util.Collection;
import java.util.List;
import org.hefu.decide.Missing;
import org.hefu.model.Fact;

/**
 * An open fact or point of law that is filled in, and what with.
 *
 * @param slot where it begins in a row
 * @param compared is it compared with another open fact, so that its cells are mere examples?
 */
record Unknown(Missing of, int slot, List<Cell> cells, boolean compared) {
  boolean isOf(Fact fact) {
    return of instanceof Missing.OfFact(var its, _, _) && its.equals(fact);
  }

  boolean isOfOne(Collection<Fact> facts) {
    return of instanceof Missing.OfFact(var its, _, _) && facts.contains(its);
  }
}

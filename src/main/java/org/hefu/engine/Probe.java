package org.hefu.engine;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.hefu.model.Term;
import org.hefu.node.NoFrame;
import org.jspecify.annotations.Nullable;

/** Asks single terms of one row, through the same nodes that decide. */
final class Probe {
  private final Common common;
  private final Supplier<long[]> filling;
  private long @Nullable [] row;
  private @Nullable IdentityHashMap<Term, Integer> asked;

  Probe(Common common, long[] row) {
    this(common, () -> row);
  }

  /**
   * @param filling fills the row in, once something is asked
   */
  Probe(Common common, Supplier<long[]> filling) {
    this.common = common;
    this.filling = filling;
  }

  /** The truth of a condition. */
  int truth(Term term) {
    IdentityHashMap<Term, Integer> known = asked;
    if (known == null) {
      known = new IdentityHashMap<>();
      asked = known;
    }
    return known.computeIfAbsent(term, t -> common.truth(t).execute(NoFrame.NONE, row()));
  }

  /** What a term comes to that is no condition. */
  long value(Term term) {
    return Lower.ALL.value(term).execute(NoFrame.NONE, row());
  }

  long[] row() {
    long[] known = row;
    if (known == null) {
      known = filling.get();
      row = known;
    }
    return known;
  }
}

package org.hefu.engine;

import java.util.Set;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.jspecify.annotations.Nullable;

/** Decides flows of one thread under one choice of modules. */
final class Worker {
  /** The number of the thread. */
  private final long thread;

  private final Set<String> using;
  private final Outcomes outcomes;
  private Work work;

  /** After so many flows code is written. */
  private final int writing;

  /** And after so many, once more for flows like those between. */
  private final long settling;

  private int asked;
  private final Precedents<Outcome>.Memory precedents;
  private final Precedents<Ruled>.Memory rulings;

  /** Which other one was asked last where this is looked for. */
  @Nullable Worker before;

  /**
   * @param thread its number
   */
  Worker(long thread, Set<String> using, Outcomes outcomes, Patience patience) {
    this.thread = thread;
    this.using = using;
    this.outcomes = outcomes;
    this.work = outcomes.work();
    this.precedents = outcomes.precedents().memory();
    this.rulings = outcomes.rulings().memory();
    this.writing = patience.code();
    this.settling = writing + patience.learned() + 1L;
  }

  /** Is it this thread's, and are these modules surely the ones that are asked? */
  boolean isFor(long number, Set<String> modules) {
    return thread == number && using == modules;
  }

  /** The outcome of a flow without parts; none where the index cannot tell. */
  @Nullable Outcome of(Facts facts) {
    Outcome known = precedents.of(facts);
    return known != null ? known : decided(facts);
  }

  private @Nullable Outcome decided(Facts facts) {
    Outcome outcome = outcomes.of(facts, next());
    if (outcome != null) {
      precedents.decided(facts, outcome);
    }
    return outcome;
  }

  /** How all rules stand for a flow without parts; none where the index cannot tell. */
  @Nullable Ruled ruled(Facts facts) {
    Ruled known = rulings.of(facts);
    return known != null ? known : decidedAll(facts);
  }

  private @Nullable Ruled decidedAll(Facts facts) {
    Ruled ruled = outcomes.ruled(facts, next());
    if (ruled != null) {
      rulings.decided(facts, ruled);
    }
    return ruled;
  }

  private Work next() {
    if (asked < settling) {
      asked++;
      if (asked == writing) {
        work = outcomes.fasterWork().orElse(work);
      } else if (asked == settling) {
        work = work.settled();
      }
    }
    return work;
  }
}

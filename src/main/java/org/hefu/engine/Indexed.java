package org.hefu.engine;

import java.util.function.Supplier;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.jspecify.annotations.Nullable;

/** An index of a policy's rules, and what each thread needs to ask it. */
final class Indexed {
  /** After so many flows code is worth making. */
  private static final int OFTEN = 1000;

  /** Held here, not by what it holds: else a thread would never let go of a policy. */
  private final ThreadLocal<Worker> worker;

  Indexed(Supplier<Outcomes> make, boolean isOften) {
    Lazy<Outcomes> made = new Lazy<>(make);
    this.worker = ThreadLocal.withInitial(() -> new Worker(made.get(), isOften));
  }

  /** The outcome of a flow without parts; none where the index cannot tell. */
  @Nullable Outcome of(Facts facts) {
    return worker.get().of(facts);
  }

  /** How all rules stand for a flow without parts; none where the index cannot tell. */
  @Nullable Ruled ruled(Facts facts) {
    return worker.get().ruled(facts);
  }

  /** Asks for one thread. */
  private static final class Worker {
    private final Outcomes outcomes;
    private Work work;
    private int asked;

    private Worker(Outcomes outcomes, boolean isOften) {
      this.outcomes = outcomes;
      this.work = outcomes.work();
      this.asked = isOften ? OFTEN - 1 : 0;
    }

    private @Nullable Outcome of(Facts facts) {
      return outcomes.of(facts, next());
    }

    private @Nullable Ruled ruled(Facts facts) {
      return outcomes.ruled(facts, next());
    }

    private Work next() {
      if (asked < OFTEN && ++asked == OFTEN) {
        work = outcomes.fasterWork().orElse(work);
      }
      return work;
    }
  }
}

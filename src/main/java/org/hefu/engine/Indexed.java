package org.hefu.engine;

import java.util.function.Supplier;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.jspecify.annotations.Nullable;

/** An index of a policy's rules, and what each thread needs to ask it. */
final class Indexed {
  private final Lazy<Outcomes> outcomes;

  /** Held here, not by what it holds: else a thread would never let go of a policy. */
  private final ThreadLocal<Outcomes.Work> work;

  Indexed(Supplier<Outcomes> make) {
    Lazy<Outcomes> made = new Lazy<>(make);
    this.outcomes = made;
    this.work = ThreadLocal.withInitial(() -> made.get().new Work());
  }

  /** The outcome of a flow without parts; none where the index cannot tell. */
  @Nullable Outcome of(Facts facts) {
    return outcomes.get().of(facts, work.get());
  }
}

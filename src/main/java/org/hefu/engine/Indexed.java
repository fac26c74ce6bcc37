package org.hefu.engine;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.jspecify.annotations.Nullable;

/** An index of a policy's rules, and what each thread needs to ask it. */
final class Indexed {
  /** After so many flows code is worth making. */
  private static final int OFTEN = 1000;

  private final Lazy<Outcomes> made;
  private final boolean isOften;

  /** Who asks for each thread, as long as both the thread and this are there. */
  private final Map<Thread, Worker> workers = Collections.synchronizedMap(new WeakHashMap<>());

  /** The same for the thread at hand; a thread alone does not let go of what it once held. */
  private final ThreadLocal<WeakReference<Worker>> own;

  Indexed(Supplier<Outcomes> make, boolean isOften) {
    this.made = new Lazy<>(make);
    this.isOften = isOften;
    this.own = new ThreadLocal<>();
  }

  private Worker worker() {
    WeakReference<Worker> known = own.get();
    Worker worker = known == null ? null : known.get();
    return worker == null ? first() : worker;
  }

  private Worker first() {
    Worker worker = new Worker(made.get(), isOften);
    workers.put(Thread.currentThread(), worker);
    own.set(new WeakReference<>(worker));
    return worker;
  }

  /** The outcome of a flow without parts; none where the index cannot tell. */
  @Nullable Outcome of(Facts facts) {
    return worker().of(facts);
  }

  /** How all rules stand for a flow without parts; none where the index cannot tell. */
  @Nullable Ruled ruled(Facts facts) {
    return worker().ruled(facts);
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

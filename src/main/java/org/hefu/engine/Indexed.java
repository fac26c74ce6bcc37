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

  /** For so many threads it is quick to see who asks; a power of two. */
  private static final int RECENT = 64;

  private final Lazy<Outcomes> made;
  private final boolean isOften;

  /** Who asks for each thread, as long as both the thread and this are there. */
  private final Map<Thread, Worker> workers = Collections.synchronizedMap(new WeakHashMap<>());

  /** Those that were asked last, by their threads' numbers. */
  private final @Nullable Own[] recent = new @Nullable Own[RECENT];

  /** The worker of the thread of that number, as long as it is there. */
  private static final class Own extends WeakReference<Worker> {
    private final long thread;

    private Own(long thread, Worker worker) {
      super(worker);
      this.thread = thread;
    }
  }

  Indexed(Supplier<Outcomes> make, boolean isOften) {
    this.made = new Lazy<>(make);
    this.isOften = isOften;
  }

  private Worker worker() {
    Thread thread = Thread.currentThread();
    long number = thread.threadId();
    // What another thread has put there is not this one's, and then is looked for below.
    Own own = recent[(int) number & RECENT - 1];
    Worker worker = own == null || own.thread != number ? null : own.get();
    return worker == null ? find(thread) : worker;
  }

  private Worker find(Thread thread) {
    Worker worker = workers.get(thread);
    if (worker == null) {
      worker = new Worker(made.get(), isOften);
      workers.put(thread, worker);
    }
    recent[(int) thread.threadId() & RECENT - 1] = new Own(thread.threadId(), worker);
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

package org.hefu.engine;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.jspecify.annotations.Nullable;

/** An index of a policy's rules, and what each thread needs to ask it. */
final class Indexed {
  /** For so many threads it is quick to see who asks; a power of two. */
  private static final int RECENT = 64;

  private final Lazy<Outcomes> made;
  private final Patience patience;

  /** Who asks for each thread, as long as both the thread and this are there. */
  private final Map<Thread, Worker> workers = Collections.synchronizedMap(new WeakHashMap<>());

  /** Those that were asked last, by their threads' numbers. */
  private final @Nullable Worker[] recent = new @Nullable Worker[RECENT];

  Indexed(Supplier<Outcomes> make, Patience patience) {
    this.made = new Lazy<>(make);
    this.patience = patience;
  }

  private Worker worker() {
    Thread thread = Thread.currentThread();
    long number = thread.threadId();
    // What another thread has put there is not this one's, and then is looked for below.
    Worker worker = recent[(int) number & RECENT - 1];
    return worker == null || worker.thread != number ? find(thread) : worker;
  }

  private Worker find(Thread thread) {
    Worker worker = workers.get(thread);
    if (worker == null) {
      worker = new Worker(thread.threadId(), made.get(), patience);
      workers.put(thread, worker);
    }
    recent[(int) worker.thread & RECENT - 1] = worker;
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
    /** The number of the thread. */
    private final long thread;

    private final Outcomes outcomes;
    private Work work;

    /** After so many flows code is written. */
    private final int writing;

    /** And after so many, once more for flows like those between. */
    private final long settling;

    private int asked;
    private final Precedents.Memory precedents;

    private Worker(long thread, Outcomes outcomes, Patience patience) {
      this.thread = thread;
      this.outcomes = outcomes;
      this.work = outcomes.work();
      this.precedents = outcomes.precedents().memory();
      this.writing = patience.code();
      this.settling = writing + patience.learned() + 1L;
    }

    private @Nullable Outcome of(Facts facts) {
      long[] stated = facts.stated();
      Outcome known = precedents.of(stated);
      if (known != null) {
        return known;
      }
      Outcome outcome = outcomes.of(facts, next());
      if (outcome != null) {
        precedents.decided(stated);
      }
      return outcome;
    }

    private @Nullable Ruled ruled(Facts facts) {
      return outcomes.ruled(facts, next());
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
}

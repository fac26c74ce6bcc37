package org.hefu.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, for each thread and each choice of modules that is asked often enough to be worth an
 * index. Threads may share it.
 */
final class Workers {
  /** More choices than this are asked without an index. */
  private static final int MOST = 32;

  /** For so many threads it is quick to see who decides; a power of two. */
  private static final int RECENT = 64;

  /** Some modules, and who decides under them for each thread, as long as both are there. */
  private static final class Choice {
    private final Set<String> using;
    private final Lazy<Outcomes> made;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Thread, Worker> workers = Collections.synchronizedMap(new WeakHashMap<>());

    private Choice(Set<String> using, Lazy<Outcomes> made) {
      this.using = using;
      this.made = made;
    }
  }

  private final Function<Set<String>, Outcomes> make;
  private final Consumer<Set<String>> check;
  private final ToIntFunction<Set<String>> often;
  private final Patience patience;
  private final Map<Set<String>, Choice> choices = new ConcurrentHashMap<>();

  /** Those that were asked last, by their threads' numbers. */
  private final @Nullable Worker[] recent = new @Nullable Worker[RECENT];

  /** The one of these that was looked for last: where one thread decides, the one to ask. */
  private @Nullable Worker latest;

  /**
   * @param check throws unless these modules may be asked
   * @param often after so many questions to some modules an index is made
   */
  Workers(
      Function<Set<String>, Outcomes> make,
      Consumer<Set<String>> check,
      ToIntFunction<Set<String>> often,
      Patience patience) {
    this.make = make;
    this.check = check;
    this.often = often;
    this.patience = patience;
  }

  /** None where the choice was not asked often, or there are too many of them. */
  @Nullable Worker get(Set<String> using) {
    Thread thread = Thread.currentThread();
    long number = thread.threadId();
    Worker last = latest;
    if (last != null && last.isFor(number, using)) {
      return last;
    }
    // What another thread has put there is not this one's, and then is looked for below.
    Worker worker = recent[place(number)];
    return worker != null && worker.isFor(number, using) ? worker : find(thread, using);
  }

  private int place(long thread) {
    return (int) thread & recent.length - 1;
  }

  private @Nullable Worker find(Thread thread, Set<String> using) {
    int place = place(thread.threadId());
    Worker last = recent[place];
    Worker worker = last == null ? null : last.before;
    if (worker == null || !worker.isFor(thread.threadId(), using)) {
      worker = seek(thread, using);
    }
    if (worker != null) {
      worker.before = last;
      if (last != null) {
        // No others hang on it, so that those of threads that are gone can go.
        last.before = null;
      }
      recent[place] = worker;
      latest = worker;
    }
    return worker;
  }

  private @Nullable Worker seek(Thread thread, Set<String> using) {
    Choice choice = choices.get(using);
    if (choice == null) {
      if (choices.size() >= MOST) {
        return null;
      }
      choice = choices.computeIfAbsent(Set.copyOf(using), this::choice);
    }
    Worker worker = choice.workers.get(thread);
    if (worker == null && choice.asked.incrementAndGet() >= often.applyAsInt(using)) {
      worker = new Worker(thread.threadId(), choice.using, choice.made.get(), patience);
      choice.workers.put(thread, worker);
    }
    return worker;
  }

  private Choice choice(Set<String> using) {
    check.accept(using);
    return new Choice(using, new Lazy<>(() -> make.apply(using)));
  }
}

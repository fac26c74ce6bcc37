package org.hefu.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hefu.text.Failure;

/**
 * Works things out in as many threads as the machine has processors, and hands on what comes of
 * them one by one, in the order in which they were given.
 */
final class InOrder<T> implements AutoCloseable {
  /** So many for each thread are begun before the oldest is handed on. */
  private static final int AHEAD = 4;

  private final ExecutorService threads;
  private final int most;
  private final Consumer<T> then;
  private final Deque<Future<T>> begun = new ArrayDeque<>();

  /**
   * @param then takes what came of each, in the thread that gave it
   */
  InOrder(Consumer<T> then) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.threads =
        Executors.newFixedThreadPool(
            processors, Thread.ofPlatform().daemon().name("hefu-", 1).factory());
    this.most = AHEAD * processors;
    this.then = then;
  }

  /** Begins one more; waits for the oldest, where that many are begun. */
  void add(Supplier<T> work) {
    begun.addLast(threads.submit(work::get));
    if (begun.size() > most) {
      next();
    }
  }

  /** Hands on all that have been begun. */
  void finish() {
    while (!begun.isEmpty()) {
      next();
    }
  }

  private void next() {
    try {
      then.accept(begun.removeFirst().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while deciding");
    } catch (ExecutionException e) {
      throw Failure.of(e);
    }
  }

  /** Leaves what has not been handed on. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

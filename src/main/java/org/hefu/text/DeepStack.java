package org.hefu.text;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what goes as deep as a text nests on a stack that it fits on, whatever the caller's is. */
public final class DeepStack {
  /** Bytes; pages that are not used cost nothing. */
  private static final long SIZE = 1L << 30;

  private DeepStack() {}

  /**
   * What the work comes to; what it throws is thrown here. If the caller is interrupted, so is the
   * work, and nothing comes of it.
   */
  public static <T> T call(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "hefu-deep", SIZE);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading or checking");
    } catch (ExecutionException e) {
      throw Failure.of(e);
    }
  }
}

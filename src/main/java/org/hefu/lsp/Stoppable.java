package org.hefu.lsp;

import org.jspecify.annotations.Nullable;

/** Where long work runs that can be stopped; nothing that follows it on its thread is. */
final class Stoppable {
  private @Nullable Thread running;

  /** Does the work; if it is stopped meanwhile, it is cancelled. */
  void run(Runnable work) {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    running = Thread.currentThread();
  }

  private synchronized void end() {
    running = null;
    // It was meant for the work.
    boolean _ = Thread.interrupted();
  }

  /** Stops what is running, if anything is. */
  synchronized void stop() {
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }
}

package org.hefu.text;

import java.util.concurrent.ExecutionException;

/** What failed in another thread fails in the one that waits for it. */
public final class Failure {
  private Failure() {}

  /** What was thrown there, to be thrown here; an {@link Error} is thrown at once. */
  public static RuntimeException of(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException failure -> failure;
      case Error failure -> throw failure;
      case null, default -> new IllegalStateException(failed);
    };
  }
}

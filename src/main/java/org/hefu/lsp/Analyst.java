package org.hefu.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Works out what texts mean, one thing after the other on a thread of its own: diagnostics behind
 * each change, and answers to requests.
 */
final class Analyst {
  private final Texts texts;
  private final Session session;
  private final ScheduledThreadPoolExecutor worker;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Publisher publisher;

  /** Units by the texts that they are made of; only what the last state needed is kept. */
  private Map<List<Text>, Unit> units = new HashMap<>();

  Analyst(Texts texts, Session session) {
    this.texts = texts;
    this.session = session;
    this.publisher = new Publisher(session);
    this.worker =
        new ScheduledThreadPoolExecutor(
            1,
            run -> {
              Thread thread = new Thread(null, run, "hefu-lsp", 64L << 20);
              thread.setDaemon(true);
              return thread;
            });
  }

  void stop() {
    worker.shutdownNow();
  }

  /** Something has changed: diagnostics follow. */
  void changed() {
    if (waiting.compareAndSet(false, true)) {
      later(this::diagnose);
    }
  }

  private void later(Runnable work) {
    try {
      worker.execute(() -> session.guarded(work));
    } catch (RejectedExecutionException stopped) {
      // Nobody waits for it.
    }
  }

  /**
   * What the work comes to for a text as it is now; null where there is no such text. Whoever asks
   * of a text that has changed in the meantime is told so.
   */
  <T> CompletableFuture<T> ask(String uri, Function<View, T> work) {
    Optional<Text> meant = texts.at(uri);
    return CompletableFutures.computeAsync(
        worker,
        cancelled -> {
          cancelled.checkCanceled();
          Optional<Text> now = texts.at(uri);
          if (now.isEmpty() || meant.isEmpty()) {
            throw new ResponseErrorException(
                new ResponseError(ResponseErrorCode.InvalidParams, "no such text: " + uri, null));
          }
          if (now.get() != meant.get()) {
            throw modified();
          }
          Map<String, Text> all = texts.now();
          T answer = work.apply(new View(now.get(), () -> unit(now.get(), all), session));
          cancelled.checkCanceled();
          return answer;
        });
  }

  private static ResponseErrorException modified() {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.ContentModified, "the text has changed", null));
  }

  private void diagnose() {
    waiting.set(false);
    Map<String, Text> all = texts.now();
    Map<List<Text>, Unit> needed = new HashMap<>();
    Map<Text, Unit> units = new LinkedHashMap<>();
    for (Text text : all.values()) {
      if (text.isOpen() && isPolicy(text)) {
        units.put(text, unit(text, all));
      }
    }
    units.values().forEach(u -> needed.put(u.texts(), u));
    this.units = needed;
    publisher.publish(all, units);
  }

  static boolean isPolicy(Text text) {
    return Uris.isPolicy(text.path());
  }

  private Unit unit(Text text, Map<String, Text> all) {
    List<Text> policies = new ArrayList<>(all.values().stream().filter(Analyst::isPolicy).toList());
    if (!policies.contains(text)) {
      policies.add(text);
    }
    List<Text> members = new Companions(policies).of(text);
    return units.computeIfAbsent(members, m -> Unit.of(m, true));
  }

  static boolean isCancellation(Throwable e) {
    return e instanceof CancellationException;
  }
}

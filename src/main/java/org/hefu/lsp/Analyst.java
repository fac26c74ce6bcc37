package org.hefu.lsp;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.hefu.Load;
import org.jspecify.annotations.Nullable;

/**
 * Works out what texts mean: on a thread of its own, one after the other, answers to requests and,
 * behind each change, what is wrong with the text as far as its names go; and on another, once
 * nothing changes for a moment, all that is wrong with the policy.
 */
final class Analyst {
  /** Milliseconds without a change after which the whole policy is checked. */
  private static final int MOMENT = 300;

  private final Texts texts;
  private final Session session;
  private final ScheduledThreadPoolExecutor worker;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final AtomicInteger changes = new AtomicInteger();
  private final Publisher publisher;
  private final Units units = new Units();
  private final Stoppable checking = new Stoppable();

  /** Answers what must not wait for a text to be worked out. */
  private final ScheduledThreadPoolExecutor quick;

  /** Checks whole policies, which is not waited for. */
  private final ScheduledThreadPoolExecutor checker;

  /** Decides flows, which may take long. */
  private final ScheduledThreadPoolExecutor aside;

  /** What the names of each text stood for when that was last known, by its uri. */
  private final Map<String, Unit> latest = new ConcurrentHashMap<>();

  private volatile @Nullable ScheduledFuture<?> pause;

  Analyst(Texts texts, Session session) {
    this.texts = texts;
    this.session = session;
    this.publisher = new Publisher(session);
    this.worker = new ScheduledThreadPoolExecutor(1, run -> daemon(run, "hefu-lsp"));
    this.quick = new ScheduledThreadPoolExecutor(1, run -> daemon(run, "hefu-lsp-quick"));
    this.checker = new ScheduledThreadPoolExecutor(1, run -> daemon(run, "hefu-lsp-checker"));
    checker.setRemoveOnCancelPolicy(true);
    this.aside = new ScheduledThreadPoolExecutor(1, run -> daemon(run, "hefu-lsp-aside"));
  }

  private static Thread daemon(Runnable run, String name) {
    Thread thread = new Thread(null, run, name, 64L << 20);
    thread.setDaemon(true);
    return thread;
  }

  void stop() {
    worker.shutdownNow();
    quick.shutdownNow();
    checker.shutdownNow();
    aside.shutdownNow();
  }

  /**
   * Takes in the policies below the folders, before all that is asked later; and beside that reads
   * what nearly every policy uses of the library.
   */
  void begin(List<Path> folders) {
    later(() -> folders.forEach(texts::folder));
    beside(Load::vocabulary);
  }

  /** A text was opened: it is read at once, beside what is worked out already. */
  void opened(String uri) {
    texts.at(uri).filter(Units::isPolicy).ifPresent(text -> beside(text::parsed));
    changed(uri);
  }

  /** Something else than an open text has changed: all is checked. */
  void changed() {
    wholeIn(0);
  }

  /** A file that is no policy has changed, such as a table: all is looked at again. */
  void changedBeside() {
    units.forget();
    changed();
  }

  /** An open text has changed: diagnostics follow. */
  void changed(String uri) {
    changes.incrementAndGet();
    stopChecking();
    if (waiting.compareAndSet(false, true)) {
      later(() -> {
        waiting.set(false);
        named(uri);
      });
    }
  }

  /** What has changed need not be checked as it was. */
  private void stopChecking() {
    ScheduledFuture<?> before = pause;
    if (before != null) {
      before.cancel(false);
    }
    checking.stop();
  }

  private void wholeIn(int moment) {
    stopChecking();
    try {
      pause = checker.schedule(() -> session.guarded(this::whole), moment, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopped) {
      // Nobody waits for it.
    }
  }

  private void later(Runnable work) {
    run(worker, work);
  }

  /** What is only sooner known for it; it is worked out again where it is needed. */
  private void beside(Runnable work) {
    run(checker, work);
  }

  private void run(Executor where, Runnable work) {
    try {
      where.execute(() -> session.guarded(work));
    } catch (RejectedExecutionException stopped) {
      // Nobody waits for it.
    }
  }

  /**
   * What the work comes to for a text as it is now. Whoever asks of a text that has changed in the
   * meantime is told so.
   */
  <T> CompletableFuture<T> ask(String uri, Function<View, T> work) {
    Optional<Text> meant = texts.at(uri);
    return CompletableFutures.computeAsync(
        worker,
        cancelled -> {
          cancelled.checkCanceled();
          Text now =
              texts
                  .at(uri)
                  .orElseThrow(() -> Failed.of(ResponseErrorCode.InvalidParams, "no text " + uri));
          if (meant.isEmpty() || now != meant.get()) {
            throw Failed.of(ResponseErrorCode.ContentModified, "the text has changed");
          }
          T answer = work.apply(view(now, texts.now()));
          cancelled.checkCanceled();
          return answer;
        });
  }

  /** As {@link #ask}, where what is found then has to be decided, which may take long. */
  <T> CompletableFuture<T> decide(String uri, Function<View, Supplier<T>> work) {
    return ask(uri, work).thenApplyAsync(Supplier::get, aside);
  }

  /** Decides what is ready to be decided. */
  <T> CompletableFuture<T> aside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, aside);
  }

  /**
   * As {@link #ask}; of a file that is not in the workspace, such as the library's, nothing is
   * known.
   */
  <T> CompletableFuture<List<T>> askOf(String uri, Function<View, List<T>> work) {
    return texts.at(uri).isPresent()
        ? ask(uri, work)
        : CompletableFuture.completedFuture(List.of());
  }

  /**
   * What the work comes to for a text as it is now, with what its names stood for when that was
   * last known: while a word is being written that is good enough, and at hand.
   */
  <T> CompletableFuture<T> askAtOnce(String uri, BiFunction<View, Unit, T> work) {
    Unit known = latest.get(Uris.same(uri));
    if (known == null) {
      return ask(uri, view -> work.apply(view, view.isFlow() ? view.whole() : view.unit()));
    }
    return CompletableFutures.computeAsync(
        quick,
        cancelled -> {
          cancelled.checkCanceled();
          Text now =
              texts
                  .at(uri)
                  .orElseThrow(() -> Failed.of(ResponseErrorCode.InvalidParams, "no text " + uri));
          return work.apply(view(now, texts.now()), known);
        });
  }

  /** What the work comes to for all texts. */
  <T> CompletableFuture<T> askAll(Function<Map<String, Text>, T> work) {
    return CompletableFutures.computeAsync(
        worker,
        cancelled -> {
          cancelled.checkCanceled();
          return work.apply(texts.now());
        });
  }

  View view(Text text, Map<String, Text> all) {
    return new View(text, all, units, session);
  }

  /** What is wrong with the text that changed, without what takes longer to find. */
  private void named(String uri) {
    Map<String, Text> all = texts.now();
    Text text = all.get(Uris.same(uri));
    if (text != null && Units.isPolicy(text)) {
      Unit unit = units.named(text, all);
      latest.put(Uris.same(uri), unit);
      publisher.publish(text, unit);
    }
    wholeIn(MOMENT);
  }

  /** All that is wrong with the policies that open texts are part of. */
  private void whole() {
    int began = changes.get();
    Map<String, Text> all = texts.now();
    Map<Text, Unit> open = new LinkedHashMap<>();
    Map<Text, Unit> flows = new LinkedHashMap<>();
    checking.run(() -> {
      for (Text text : all.values()) {
        if (changes.get() != began) {
          return; // It is told behind the last change.
        }
        if (text.isOpen() && Units.isPolicy(text)) {
          open.put(text, units.whole(text, all));
        } else if (text.isOpen() && Flows.isFlow(text)) {
          flows.put(text, units.whole(text, all));
          latest.put(Uris.same(text.uri()), flows.get(text));
        }
      }
    });
    if (changes.get() == began) {
      units.keepOnly(all);
      latest.keySet().removeIf(uri -> !all.containsKey(uri) || !all.get(uri).isOpen());
      publisher.publish(open, flows, () -> changes.get() == began);
    }
  }
}

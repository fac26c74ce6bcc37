package org.hefu.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody waits for any more is not worked out. */
class AnalystTest {
  private static final String URI = "untitled:a.hefu";
  private static final long PATIENCE = 60;

  private final Texts texts = new Texts();
  private final Analyst analyst = new Analyst(texts, new Session(Language.EN));
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);

  @AfterEach
  void leave() {
    analyst.stop();
  }

  /** A request that keeps the server busy until it is told to go on. */
  private CompletableFuture<String> slow() throws InterruptedException {
    texts.open(URI, 1, "module a");
    CompletableFuture<String> slow =
        analyst.ask(
            URI,
            _ -> {
              busy.countDown();
              await(free);
              return "done";
            });
    assertTrue(busy.await(PATIENCE, TimeUnit.SECONDS));
    return slow;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRequestThatIsCancelledIsNotWorkedOut() throws Exception {
    CompletableFuture<String> slow = slow();
    AtomicBoolean worked = new AtomicBoolean();
    CompletableFuture<Boolean> stale = analyst.ask(URI, _ -> worked.getAndSet(true));
    CompletableFuture<Boolean> next = analyst.ask(URI, _ -> worked.get());
    stale.cancel(true);
    free.countDown();
    assertEquals("done", slow.get(PATIENCE, TimeUnit.SECONDS));
    assertFalse(next.get(PATIENCE, TimeUnit.SECONDS));
    assertTrue(stale.isCancelled());
  }

  @Test
  void aRequestAboutATextThatHasChangedIsRefused() throws Exception {
    CompletableFuture<String> slow = slow();
    AtomicBoolean worked = new AtomicBoolean();
    CompletableFuture<Boolean> stale = analyst.ask(URI, _ -> worked.getAndSet(true));
    texts.change(URI, 2, List.of(new TextDocumentContentChangeEvent("module b")));
    free.countDown();
    assertEquals("done", slow.get(PATIENCE, TimeUnit.SECONDS));
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> stale.get(PATIENCE, TimeUnit.SECONDS));
    ResponseErrorException error =
        assertInstanceOf(ResponseErrorException.class, refused.getCause());
    assertEquals(ResponseErrorCode.ContentModified.getValue(), error.getResponseError().getCode());
    assertFalse(worked.get());
  }

  @Test
  void aCheckThatIsStoppedGivesUp() {
    Text text = new Text(URI, Path.of("a.hefu"), OptionalInt.of(1), new Source("a", "module a"));
    text.parsed();
    Stoppable checking = new Stoppable();
    assertThrows(
        CancellationException.class,
        () ->
            checking.run(() -> {
              checking.stop();
              new Units().whole(text, Map.of(URI, text));
            }));
    assertFalse(Thread.currentThread().isInterrupted());
    // What follows is not stopped.
    assertEquals(List.of(text), new Units().whole(text, Map.of(URI, text)).texts());
  }
}

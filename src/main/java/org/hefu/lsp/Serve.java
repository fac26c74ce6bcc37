package org.hefu.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.hefu.Face;
import org.hefu.text.Language;

/** Starts the language server over two streams and waits until its client leaves. */
public final class Serve implements Face {
  private static final int FINE = 0;
  private static final int NOT_SHUT_DOWN = 1;

  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public int serve(InputStream in, OutputStream out, Language language) {
    Server server = new Server(language);
    ExecutorService reader =
        Executors.newCachedThreadPool(run -> {
          Thread thread = new Thread(run, "hefu-lsp-reader");
          thread.setDaemon(true);
          return thread;
        });
    Launcher<Client> launcher =
        new Launcher.Builder<Client>()
            .setLocalService(server)
            .setRemoteInterface(Client.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(reader)
            .create();
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    server.onExit(() -> listening.cancel(true));
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | java.util.concurrent.CancellationException ended) {
      // The streams are closed, or the client said `exit`.
    } finally {
      server.stop();
      reader.shutdownNow();
    }
    return server.wasShutDown() ? FINE : NOT_SHUT_DOWN;
  }
}

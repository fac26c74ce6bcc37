package org.hefu.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.services.JsonDelegate;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** An editor without a window: a client at the other end of a server's pipes. */
public final class Editor implements AutoCloseable {
  /** However slow the machine is. */
  private static final int PATIENCE = 120;

  private final Path folder;
  private final LanguageServer server;
  private final HefuService hefu;
  private final Future<Void> listening;
  private final Map<String, PublishDiagnosticsParams> told = new ConcurrentHashMap<>();
  private final List<String> logged = new ArrayList<>();
  private final Map<String, Integer> versions = new HashMap<>();

  private Editor(Path folder, InputStream in, OutputStream out, String locale) {
    this.folder = folder;
    Launcher<Remote> launcher = Launcher.createLauncher(new Client(), Remote.class, in, out);
    this.server = launcher.getRemoteProxy();
    this.hefu = launcher.getRemoteProxy().getHefuService();
    this.listening = launcher.startListening();
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setLocale(locale);
    params.setWorkspaceFolders(
        List.of(new WorkspaceFolder(folder.toUri().toString(), "workspace")));
    get(server.initialize(params));
    server.initialized(new InitializedParams());
  }

  /** With a server in this process. */
  public static Editor on(Path folder, String locale) throws IOException {
    PipedInputStream toServer = new PipedInputStream(1 << 16);
    PipedInputStream toClient = new PipedInputStream(1 << 16);
    OutputStream fromServer = new PipedOutputStream(toClient);
    OutputStream fromClient = new PipedOutputStream(toServer);
    Thread thread =
        new Thread(() -> new Serve().serve(toServer, fromServer, Language.EN), "server");
    thread.setDaemon(true);
    thread.start();
    return new Editor(folder, toClient, fromClient, locale);
  }

  /** With a server in a process that was started. */
  public static Editor on(Path folder, Process process) {
    return new Editor(folder, process.getInputStream(), process.getOutputStream(), "en");
  }

  public LanguageServer server() {
    return server;
  }

  HefuService hefu() {
    return hefu;
  }

  public String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  public TextDocumentIdentifier text(String file) {
    return new TextDocumentIdentifier(uri(file));
  }

  /** Writes the file and opens it. */
  public void open(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    show(file, text);
  }

  /** Opens the file with a text that need not be the disk's. */
  public void show(String file, String text) {
    versions.put(file, 1);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "hefu", 1, text)));
  }

  /**
   * Changes the range, or everything where there is none; answers the version that has the change.
   */
  public int change(String file, @org.jspecify.annotations.Nullable Range range, String text) {
    int version = versions.merge(file, 1, Integer::sum);
    change(file, version, range, text);
    return version;
  }

  void change(
      String file, int version, @org.jspecify.annotations.Nullable Range range, String text) {
    versions.put(file, version);
    TextDocumentContentChangeEvent change =
        range == null
            ? new TextDocumentContentChangeEvent(text)
            : new TextDocumentContentChangeEvent(range, text);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version), List.of(change)));
  }

  /** What is wrong with the version of the file, once that is told. */
  public List<Diagnostic> diagnostics(String file, int version) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    synchronized (told) {
      while (true) {
        PublishDiagnosticsParams params = told.get(uri(file));
        if (params != null && params.getVersion() != null && params.getVersion() == version) {
          return params.getDiagnostics();
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no diagnostics of version " + version + " of " + file);
        }
        try {
          told.wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /**
   * What is told of the version, once it is what is expected and stays so; else what was told last.
   */
  List<Diagnostic> settled(String file, int version, Predicate<List<Diagnostic>> expected) {
    List<Diagnostic> last = settled(file, version);
    for (int i = 0; i < PATIENCE && !expected.test(last); i++) {
      last = settled(file, version);
    }
    return last;
  }

  /** The same, once the server says nothing more for a second. */
  public List<Diagnostic> settled(String file, int version) {
    List<Diagnostic> before = diagnostics(file, version);
    for (int quiet = 0; quiet < 5; quiet++) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      // Behind what the server works out now, on the same thread.
      get(server.getWorkspaceService().symbol(new org.eclipse.lsp4j.WorkspaceSymbolParams("~")));
      List<Diagnostic> now = diagnostics(file, version);
      quiet = now.equals(before) ? quiet : 0;
      before = now;
    }
    return before;
  }

  /** What the server complained of itself. */
  public List<String> logged() {
    synchronized (logged) {
      return List.copyOf(logged);
    }
  }

  /** The place of the mark in the text, so many characters behind its beginning. */
  static Position at(String text, String mark, int behind) {
    int offset = text.indexOf(mark) + behind;
    Source source = new Source("", text);
    int line = source.line(offset);
    return new Position(line - 1, offset - source.start(line));
  }

  public static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    get(server.shutdown());
    server.exit();
    listening.cancel(true);
  }

  /** The server with what no protocol knows. */
  public interface Remote extends LanguageServer {
    @JsonDelegate
    HefuService getHefuService();
  }

  private final class Client implements LanguageClient {
    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
      synchronized (told) {
        told.put(params.getUri(), params);
        told.notifyAll();
      }
    }

    @Override
    public void showMessage(MessageParams params) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams params) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams params) {
      synchronized (logged) {
        logged.add(params.getMessage());
      }
    }
  }
}

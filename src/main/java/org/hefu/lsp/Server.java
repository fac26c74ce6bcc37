package org.hefu.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.services.JsonDelegate;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.hefu.text.Language;
import org.jspecify.annotations.Nullable;

/** What a client finds at the other end: begins and ends, and hands on all else. */
public final class Server implements LanguageServer {
  private final Session session;
  private final Texts texts = new Texts();
  private final Analyst analyst;
  private boolean shutDown;
  private boolean watches;
  private Runnable onExit = () -> {};

  Server(Language language) {
    this.session = new Session(language);
    this.analyst = new Analyst(texts, session);
  }

  void connect(Client client) {
    session.connect(client);
  }

  void onExit(Runnable work) {
    onExit = work;
  }

  void stop() {
    analyst.stop();
  }

  boolean wasShutDown() {
    return shutDown;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    speak(params);
    watches = Capabilities.mayWatch(params.getCapabilities());
    analyst.begin(folders(params));
    String version = Server.class.getPackage().getImplementationVersion();
    return CompletableFuture.completedFuture(
        new InitializeResult(
            Capabilities.all(), new ServerInfo("hefu", version == null ? "" : version)));
  }

  @Override
  public void initialized(InitializedParams params) {
    Client client = session.client();
    if (client != null && watches) {
      // An editor that will not watch is served all the same.
      CompletableFuture<Void> _ = client.registerCapability(Capabilities.watching());
    }
    // What is wrong is told once a text is open; until then an editor waits for nothing.
  }

  /** The option {@code language}, or else the client's locale. */
  private void speak(InitializeParams params) {
    if (params.getInitializationOptions() instanceof JsonObject options) {
      JsonElement wished = options.get("language");
      if (wished != null && wished.isJsonPrimitive()) {
        String language = wished.getAsString();
        if (language.startsWith("zh") || language.startsWith("en")) {
          session.speak(language.startsWith("zh") ? Language.ZH : Language.EN);
          return;
        }
      }
    }
    if (params.getLocale() != null && !params.getLocale().isEmpty()) {
      session.speak(Language.of(Locale.forLanguageTag(params.getLocale().replace('_', '-'))));
    }
  }

  @SuppressWarnings("deprecation")
  private static List<Path> folders(InitializeParams params) {
    List<WorkspaceFolder> folders = params.getWorkspaceFolders();
    if (folders != null && !folders.isEmpty()) {
      return folders.stream()
          .map(WorkspaceFolder::getUri)
          .filter(Uris::isFile)
          .map(Uris::path)
          .toList();
    }
    @Nullable String root = params.getRootUri();
    return root != null && Uris.isFile(root) ? List.of(Uris.path(root)) : List.of();
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    return CompletableFuture.completedFuture(new JsonObject());
  }

  @Override
  public void exit() {
    onExit.run();
  }

  /** What no protocol knows. */
  @JsonDelegate
  public HefuService getHefuService() {
    return new HefuRequests(analyst, session);
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return new TextRequests(texts, analyst);
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new WorkspaceRequests(texts, analyst, session);
  }
}

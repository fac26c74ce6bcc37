package org.hefu.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Follows what happens to the workspace's files, and hands on what is asked of all of them. */
final class WorkspaceRequests implements WorkspaceService {
  private final Texts texts;
  private final Analyst analyst;

  private final Session session;

  WorkspaceRequests(Texts texts, Analyst analyst, Session session) {
    this.texts = texts;
    this.analyst = analyst;
    this.session = session;
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    return analyst.askAll(
        all -> Either.forRight(Symbols.of(all, params.getQuery(), session.language())));
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // All that can be set is set when the server starts.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    params.getChanges().forEach(change -> texts.touched(change.getUri()));
    analyst.changedBeside();
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    params.getEvent().getRemoved().stream()
        .map(WorkspaceFolder::getUri)
        .filter(Uris::isFile)
        .forEach(uri -> texts.withoutFolder(Uris.path(uri)));
    params.getEvent().getAdded().stream()
        .map(WorkspaceFolder::getUri)
        .filter(Uris::isFile)
        .forEach(uri -> texts.folder(Uris.path(uri)));
    analyst.changed();
  }
}

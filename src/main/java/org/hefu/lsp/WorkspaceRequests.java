package org.hefu.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Follows what happens to the workspace's files, and hands on what is asked of all of them. */
final class WorkspaceRequests implements WorkspaceService {
  private final Texts texts;
  private final Analyst analyst;

  WorkspaceRequests(Texts texts, Analyst analyst) {
    this.texts = texts;
    this.analyst = analyst;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // All that can be set is set when the server starts.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    params.getChanges().forEach(change -> texts.touched(change.getUri()));
    analyst.changed();
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

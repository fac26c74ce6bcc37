package org.hefu.lsp;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What the server says it can do. */
final class Capabilities {
  /** Policies, and the tables that they read. */
  private static final List<String> WATCHED = List.of("**/*.hefu", "**/*.csv", "**/*.json");

  private Capabilities() {}

  /** Does the editor tell of files that change on the disk, when it is asked to? */
  static boolean mayWatch(@Nullable ClientCapabilities client) {
    return client != null
        && client.getWorkspace() != null
        && client.getWorkspace().getDidChangeWatchedFiles() != null
        && Boolean.TRUE.equals(
            client.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
  }

  /** Asks to be told of them. */
  static RegistrationParams watching() {
    List<FileSystemWatcher> watchers =
        WATCHED.stream().map(glob -> new FileSystemWatcher(Either.forLeft(glob))).toList();
    return new RegistrationParams(
        List.of(
            new Registration(
                "hefu-files",
                "workspace/didChangeWatchedFiles",
                new DidChangeWatchedFilesRegistrationOptions(watchers))));
  }

  static ServerCapabilities all() {
    ServerCapabilities all = new ServerCapabilities();
    all.setPositionEncoding("utf-16");
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    all.setTextDocumentSync(sync);
    all.setHoverProvider(true);
    all.setDefinitionProvider(true);
    all.setDocumentFormattingProvider(true);
    all.setDocumentRangeFormattingProvider(true);
    all.setDocumentOnTypeFormattingProvider(
        new DocumentOnTypeFormattingOptions("}", List.of("\n", "｝")));
    all.setReferencesProvider(true);
    all.setDocumentHighlightProvider(true);
    RenameOptions rename = new RenameOptions();
    rename.setPrepareProvider(true);
    all.setRenameProvider(rename);
    CompletionOptions completion = new CompletionOptions();
    completion.setTriggerCharacters(List.of(".", "\"", "“", ":", " "));
    all.setCompletionProvider(completion);
    all.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", "（", ",", "，")));
    all.setDocumentSymbolProvider(true);
    all.setWorkspaceSymbolProvider(true);
    all.setFoldingRangeProvider(true);
    all.setSelectionRangeProvider(true);
    SemanticTokensWithRegistrationOptions colours =
        new SemanticTokensWithRegistrationOptions(SemanticColours.legend());
    colours.setFull(true);
    colours.setRange(true);
    all.setSemanticTokensProvider(colours);
    CodeActionOptions actions =
        new CodeActionOptions(
            List.of(CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.Source));
    actions.setResolveProvider(true);
    all.setCodeActionProvider(actions);
    all.setCodeLensProvider(new CodeLensOptions(false));
    all.setInlayHintProvider(true);
    all.setCallHierarchyProvider(true);
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    all.setWorkspace(new WorkspaceServerCapabilities(folders));
    return all;
  }
}

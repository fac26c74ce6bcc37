package org.hefu.lsp;

import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server says it can do. */
final class Capabilities {
  private Capabilities() {}

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

package org.hefu.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * Keeps texts as the editor has them, and hands what it asks of one to the feature that answers.
 */
final class TextRequests implements TextDocumentService {
  private final Texts texts;
  private final Analyst analyst;

  TextRequests(Texts texts, Analyst analyst) {
    this.texts = texts;
    this.analyst = analyst;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var document = params.getTextDocument();
    texts.open(document.getUri(), document.getVersion(), document.getText());
    analyst.changed();
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    var document = params.getTextDocument();
    Integer version = document.getVersion();
    texts.change(document.getUri(), version == null ? 0 : version, params.getContentChanges());
    analyst.changed();
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    texts.close(params.getTextDocument().getUri());
    analyst.changed();
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    // A table beside it may have been written with it.
    analyst.changed();
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return analyst.ask(
        params.getTextDocument().getUri(), view -> Hovers.of(view, params.getPosition()));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return analyst.ask(
        params.getTextDocument().getUri(),
        view -> Either.forLeft(Definition.of(view, params.getPosition())));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return analyst.ask(params.getTextDocument().getUri(), Formatting::of);
  }
}

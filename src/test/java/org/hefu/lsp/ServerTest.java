package org.hefu.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server answers to an editor, over pipes. */
class ServerTest {
  private static final String WORDS =
      """
      module firm.words
      unit people（人）
      kind Act（行为） tree { use（使用） provide（提供） { export（出境） } }
      kind Stage { planned completed }
      record Data（数据） { personal（含个人信息）: boolean, people（人数）: number people }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        data（数据）: Data
      }
      procedure approval（审批） { met when data.personal }
      """;

  private static final String RULES =
      """
      module firm.rules
      use firm.words

      instrument "出境办法" "export rules" { issuer: "云雀" rank: internal in_force: 2026-01-01 .. }

      define many（人数多） = data.people >= 10万
      define above(n: number people) = n > 5
      rule ban（禁令） (art 1) { forbid export when many }
      rule leave (art 2) { permit export despite ban when not data.personal and above(data.people) }
      规则 先审批 (第3条) { 要求 审批 先于 出境 当 数据.含个人信息 }

      scenario "many people" {
        given { act: export, on: 2026-06-30, data.people: 20万, data.personal: true }
        expect prohibited citing art 1
      }
      """;

  private static final Map<String, String> TEXTS = Map.of("words.hefu", WORDS, "rules.hefu", RULES);

  @TempDir Path folder;
  private Editor editor;

  private void open(String locale) throws IOException {
    editor = Editor.on(folder, locale);
    editor.open("words.hefu", WORDS);
    editor.open("rules.hefu", RULES);
    assertEquals(List.of(), errors(editor.diagnostics("rules.hefu", 1)));
  }

  @AfterEach
  void leave() {
    if (editor != null) {
      assertEquals(List.of(), editor.logged());
      editor.close();
    }
  }

  private static List<String> errors(List<Diagnostic> all) {
    return all.stream().map(d -> d.getCode().getLeft()).toList();
  }

  private static Position in(String file, String mark, int behind) {
    return Editor.at(TEXTS.get(file), mark, behind);
  }

  @Test
  void whatIsWrongIsToldInTheEditorsLanguage() throws IOException {
    open("zh-cn");
    int version = editor.change("rules.hefu", null, RULES.replace("when many", "when mony"));
    Diagnostic wrong = editor.diagnostics("rules.hefu", version).getFirst();
    assertEquals("unknown-name", wrong.getCode().getLeft());
    assertEquals("mony", marked(RULES.replace("when many", "when mony"), wrong.getRange()));
    assertTrue(wrong.getMessage().getLeft().contains("many"), wrong.toString());
    assertFalse(wrong.getMessage().getLeft().contains("did you mean"), wrong.toString());
  }

  @Test
  void aProblemPointsToTheOtherModule() throws IOException {
    open("en");
    String twice = RULES + "define act = data.personal\n";
    int version = editor.change("rules.hefu", null, twice);
    Diagnostic wrong =
        editor.diagnostics("rules.hefu", version).stream()
            .filter(d -> d.getCode().getLeft().equals("name-twice"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        editor.uri("words.hefu"), wrong.getRelatedInformation().getFirst().getLocation().getUri());
  }

  @Test
  void aChangeInOneModuleIsFeltInAnother() throws IOException {
    open("en");
    editor.change("words.hefu", null, WORDS.replace("approval（审批）", "approval"));
    List<Diagnostic> wrong = editor.settled("rules.hefu", 1, now -> !now.isEmpty());
    assertEquals(List.of("unknown-name"), errors(wrong));
  }

  @ParameterizedTest
  @CsvSource({
    "rules.hefu, 'when many', 6, 'data.people >= 10万'",
    "rules.hefu, despite ban, 9, art 1",
    "rules.hefu, despite ban, 9, Defeated by",
    "rules.hefu, 出境 当, 1, 行为 › 提供 › 出境",
    "rules.hefu, 含个人信息, 1, boolean",
    "rules.hefu, 要求, 0, require",
    "rules.hefu, use firm, 6, firm.words",
    "words.hefu, required, 1, 必填",
  })
  void hovering(String file, String mark, int behind, String said) throws IOException {
    open("en");
    String shown =
        Editor.get(
                editor
                    .server()
                    .getTextDocumentService()
                    .hover(new HoverParams(editor.text(file), in(file, mark, behind))))
            .getContents()
            .getRight()
            .getValue();
    String other = said.contains("›") ? "Act › provide › export" : said;
    assertTrue(shown.contains(said) || shown.contains(other.replace("Act › ", "")), shown);
  }

  @Test
  void definitionAndReferences() throws IOException {
    open("en");
    Location to =
        Editor.get(
                editor
                    .server()
                    .getTextDocumentService()
                    .definition(
                        new DefinitionParams(
                            editor.text("rules.hefu"), in("rules.hefu", "要求 审批", 3))))
            .getLeft()
            .getFirst();
    assertEquals(editor.uri("words.hefu"), to.getUri());
    assertEquals("approval", marked(WORDS, to.getRange()));
    List<? extends Location> places =
        Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .references(
                    new ReferenceParams(
                        editor.text("words.hefu"),
                        in("words.hefu", "personal（", 1),
                        new ReferenceContext(false))));
    assertEquals(
        List.of("personal", "含个人信息", "personal", "personal"),
        places.stream().map(this::marked).toList());
  }

  @Test
  void renamingGoesThroughEveryModule() throws IOException {
    open("en");
    Map<String, List<TextEdit>> edits =
        rename("words.hefu", "people（人数", "head_count").getChanges();
    assertEquals(1, edits.get(editor.uri("words.hefu")).size());
    assertEquals(3, edits.get(editor.uri("rules.hefu")).size());
  }

  @ParameterizedTest
  @CsvSource({"personal, people", "personal, forbid", "personal, a b", "many, above"})
  void renamingIntoAConflictIsRefused(String before, String after) throws IOException {
    open("en");
    String file = before.equals("many") ? "rules.hefu" : "words.hefu";
    assertThrows(IllegalStateException.class, () -> rename(file, before, after));
  }

  private org.eclipse.lsp4j.WorkspaceEdit rename(String file, String mark, String name) {
    return Editor.get(
        editor
            .server()
            .getTextDocumentService()
            .rename(new RenameParams(editor.text(file), in(file, mark, 1), name)));
  }

  @ParameterizedTest
  @CsvSource({
    "'when many', 5, many",
    "'when many', 5, 人数多",
    "'data.people >=', 5, 含个人信息",
    "'forbid export', 7, 出境",
    "'despite ban', 8, 禁令",
    "'use firm', 4, firm.words",
    "'act: export', 5, provide",
    "'given { act', 8, data",
    "'expect prohibited', 7, 附条件",
    "'要求 审批', 3, approval",
    "'{ forbid', 2, require",
    "'define many', 0, rule",
    "'rank: internal', 6, law",
  })
  void completing(String mark, int behind, String offered) throws IOException {
    open("en");
    List<String> labels =
        completion("rules.hefu", in("rules.hefu", mark, behind)).stream()
            .map(CompletionItem::getLabel)
            .toList();
    assertTrue(labels.contains(offered), labels.toString());
  }

  private List<CompletionItem> completion(String file, Position position) {
    return Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .completion(new CompletionParams(editor.text(file), position)))
        .getRight()
        .getItems();
  }

  @Test
  void aPredicatesParametersAreShownWhileItIsCalled() throws IOException {
    open("en");
    String text = RULES + "define very = above(\n";
    editor.change("rules.hefu", null, text);
    String signature =
        Editor.get(
                editor
                    .server()
                    .getTextDocumentService()
                    .signatureHelp(
                        new SignatureHelpParams(
                            editor.text("rules.hefu"), Editor.at(text, "above(\n", 6))))
            .getSignatures()
            .getFirst()
            .getLabel();
    assertEquals("above(n: number people)", signature);
  }

  @Test
  void theTextIsOutlinedFoldedAndColoured() throws IOException {
    open("en");
    var service = editor.server().getTextDocumentService();
    List<String> outline =
        Editor.get(service.documentSymbol(new DocumentSymbolParams(editor.text("rules.hefu"))))
            .stream()
            .map(s -> s.getRight().getName())
            .toList();
    assertEquals(
        List.of("export rules", "many", "above", "ban", "leave", "先审批", "many people"), outline);
    assertEquals(
        1,
        Editor.get(service.foldingRange(new FoldingRangeRequestParams(editor.text("rules.hefu"))))
            .size());
    List<Integer> colours =
        Editor.get(service.semanticTokensFull(new SemanticTokensParams(editor.text("rules.hefu"))))
            .getData();
    assertTrue(colours.size() > 100 && colours.size() % 5 == 0, colours.toString());
    SelectionRange selection =
        Editor.get(
                service.selectionRange(
                    new SelectionRangeParams(
                        editor.text("rules.hefu"), List.of(in("rules.hefu", "people >=", 1)))))
            .getFirst();
    assertEquals("people", marked(RULES, selection.getRange()));
    assertEquals("data.people", marked(RULES, selection.getParent().getRange()));
    assertEquals(
        List.of("ban"),
        Editor.get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("禁令")))
            .getRight()
            .stream()
            .map(s -> s.getName())
            .toList());
  }

  @Test
  void hintsTellTypesUnitsAndNamesInTheOtherLanguage() throws IOException {
    open("en");
    List<String> hints =
        Editor.get(
                editor
                    .server()
                    .getTextDocumentService()
                    .inlayHint(
                        new InlayHintParams(
                            editor.text("rules.hefu"),
                            new Range(new Position(0, 0), new Position(100, 0)))))
            .stream()
            .map(InlayHint::getLabel)
            .map(l -> l.getLeft())
            .toList();
    assertTrue(
        hints.containsAll(List.of(": boolean", "people", "approval", "export")), hints::toString);
  }

  @Test
  void lensesRunScenariosAndNameDefeaters() throws IOException {
    open("en");
    List<String> lenses =
        Editor.get(
                editor
                    .server()
                    .getTextDocumentService()
                    .codeLens(new CodeLensParams(editor.text("rules.hefu"))))
            .stream()
            .map(l -> l.getCommand().getCommand())
            .toList();
    assertEquals(List.of("hefu.showDefeaters", "hefu.runScenario", "hefu.debugScenario"), lenses);
    HefuService.Which which = new HefuService.Which();
    which.uri = editor.uri("rules.hefu");
    assertEquals("many people", Editor.get(editor.hefu().scenarios(which)).getFirst().title());
    HefuService.Run run = Editor.get(editor.hefu().runScenarios(which)).getFirst();
    assertTrue(run.passed(), run.toString());
    assertEquals("prohibited", run.outcome());
  }

  @Test
  void whoDefeatsARuleIsShownAsCallsAre() throws IOException {
    open("en");
    var service = editor.server().getTextDocumentService();
    CallHierarchyItem ban =
        Editor.get(
                service.prepareCallHierarchy(
                    new CallHierarchyPrepareParams(
                        editor.text("rules.hefu"), in("rules.hefu", "rule ban", 6))))
            .getFirst();
    assertEquals(
        List.of("leave"),
        Editor.get(service.callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(ban)))
            .stream()
            .map(c -> c.getFrom().getName())
            .toList());
  }

  @Test
  void aNameIsMendedAndKeywordsAreTurned() throws IOException {
    open("en");
    String wrong = RULES.replace("when many", "when mony");
    int version = editor.change("rules.hefu", null, wrong);
    editor.diagnostics("rules.hefu", version);
    Position place = Editor.at(wrong, "mony", 1);
    assertTrue(titles(place).contains("Change to `many`"), titles(place).toString());
    editor.change("rules.hefu", null, RULES);
    assertTrue(titles(place).contains("Turn the keywords to Chinese"), titles(place).toString());
  }

  @Test
  void aScenarioIsWrittenForTheSideThatNoneShows() throws IOException {
    open("en");
    CodeAction action =
        actions(in("rules.hefu", "rule ban", 6)).stream()
            .filter(a -> a.getTitle().equals("Add a scenario in which `ban` does not apply"))
            .findFirst()
            .orElseThrow();
    CodeAction made =
        Editor.get(editor.server().getTextDocumentService().resolveCodeAction(action));
    String written =
        made.getEdit().getChanges().get(editor.uri("rules.hefu")).getFirst().getNewText();
    int version = editor.change("rules.hefu", null, RULES + written);
    assertEquals(List.of(), errors(editor.diagnostics("rules.hefu", version)));
    HefuService.Which which = new HefuService.Which();
    which.uri = editor.uri("rules.hefu");
    assertTrue(
        Editor.get(editor.hefu().runScenarios(which)).stream().allMatch(HefuService.Run::passed));
  }

  private List<String> titles(Position place) {
    return actions(place).stream().map(CodeAction::getTitle).toList();
  }

  private List<CodeAction> actions(Position place) {
    return Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        editor.text("rules.hefu"),
                        new Range(place, place),
                        new CodeActionContext(List.of()))))
        .stream()
        .map(a -> a.getRight())
        .toList();
  }

  @Test
  void formattingMendsTheLayout() throws IOException {
    open("en");
    String untidy = RULES.replace("  given", "       given");
    editor.change("rules.hefu", null, untidy);
    List<? extends TextEdit> edits =
        Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .formatting(
                    new DocumentFormattingParams(
                        editor.text("rules.hefu"), new FormattingOptions(2, true))));
    assertTrue(
        edits.stream().anyMatch(e -> e.getNewText().startsWith("  given")), edits.toString());
  }

  @Test
  void aFlowIsCheckedCompletedAndDecided() throws IOException {
    open("en");
    String flow = "{ \"act\": \"exprt\", \"on\": \"2026-06-30\" }";
    editor.open("flow.json", flow);
    Diagnostic wrong = editor.diagnostics("flow.json", 1).getFirst();
    assertEquals("impossible-value", wrong.getCode().getLeft());
    List<CompletionItem> members = completion("flow.json", Editor.at(flow, "exprt", 1));
    assertTrue(members.stream().anyMatch(i -> i.getLabel().equals("出境")), members.toString());
    HefuService.Flow asked = new HefuService.Flow();
    asked.flowUri = editor.uri("flow.json");
    asked.flow =
        flow.replace("exprt", "export")
            .replace(" }", ", \"data\": {\"people\": 1, \"personal\": false} }");
    HefuService.Decided decided = Editor.get(editor.hefu().decide(asked));
    assertEquals("permitted", decided.outcome(), decided.text());
  }

  private String marked(Location location) {
    String file = location.getUri().substring(location.getUri().lastIndexOf('/') + 1);
    return marked(TEXTS.get(file), location.getRange());
  }

  private static String marked(String text, Range range) {
    List<String> lines = text.lines().toList();
    return lines
        .get(range.getStart().getLine())
        .substring(range.getStart().getCharacter(), range.getEnd().getCharacter());
  }
}

package org.hefu.lsp;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Language;
import org.hefu.text.Span;
import org.hefu.text.Wording;

/** What may be done to a text at a place: mend a problem, turn keywords, write a scenario. */
final class Actions {
  private final View view;
  private final Range range;
  private final CodeActionContext context;
  private final Wording words;
  private final List<Either<Command, CodeAction>> actions = new ArrayList<>();

  private Actions(View view, CodeActionParams params) {
    this.view = view;
    this.range = params.getRange();
    this.context = params.getContext();
    this.words = view.session().words();
  }

  static List<Either<Command, CodeAction>> of(View view, CodeActionParams params) {
    Actions actions = new Actions(view, params);
    if (actions.isWanted(CodeActionKind.QuickFix)) {
      actions.mend();
    }
    if (!view.isFlow() && actions.isWanted(CodeActionKind.Refactor)) {
      actions.scenarios();
    }
    if (!view.isFlow() && actions.isWanted(CodeActionKind.Source)) {
      actions.keywords(Language.ZH);
      actions.keywords(Language.EN);
    }
    return actions.actions;
  }

  private boolean isWanted(String kind) {
    List<String> only = context.getOnly();
    return only == null
        || only.isEmpty()
        || only.stream()
            .anyMatch(o -> kind.equals(o) || kind.startsWith(o + ".") || o.startsWith(kind + "."));
  }

  private void mend() {
    int from = view.offset(range.getStart());
    int to = view.offset(range.getEnd());
    List<Problem> problems =
        view.isFlow() ? Flows.problems(view.text(), view.whole()) : view.whole().problems();
    Set<Span> filled = new HashSet<>();
    for (Problem problem : problems) {
      Span span = problem.span();
      boolean here =
          (view.isFlow() || span.source() == view.source())
              && span.start() <= to
              && from <= span.end();
      if (here) {
        meant(problem);
        if (problem.code() == Code.MISSING_FACT && filled.add(span)) {
          RequiredFacts.edit(view, problems, problem)
              .ifPresent(edit -> quickFix(words.say("fill-required"), problem, edit));
        }
      }
    }
  }

  /** Each "did you mean", and a keyword apart from the name it was glued to. */
  private void meant(Problem problem) {
    Optional<Problem.Help> help =
        problem.help().filter(h -> h.key().equals("did-you-mean") || h.key().equals("apart"));
    if (help.isEmpty() || help.get().args().isEmpty()) {
      return;
    }
    String meant = help.get().args().getFirst().toString();
    Span span = problem.span();
    String text = span.text();
    int quote = text.startsWith("\"") || text.startsWith("“") ? 1 : 0;
    int start = span.start() + quote;
    int end = span.end() - quote;
    int dot = text.lastIndexOf('.');
    if (dot >= 0 && meant.indexOf('.') < 0) {
      start = span.start() + dot + 1;
    }
    quickFix(
        words.say("change-to", meant),
        problem,
        new TextEdit(Places.range(span.source(), start, Math.max(start, end)), meant));
  }

  private void quickFix(String title, Problem problem, TextEdit edit) {
    CodeAction action = action(title, CodeActionKind.QuickFix, List.of(edit));
    Range place = Places.range(problem.span());
    List<Diagnostic> mended =
        context.getDiagnostics().stream()
            .filter(d ->
                d.getRange().equals(place)
                    && d.getCode() != null
                    && problem.code().id().equals(d.getCode().getLeft()))
            .toList();
    action.setDiagnostics(mended);
    action.setIsPreferred(true);
    actions.add(Either.forRight(action));
  }

  private void keywords(Language language) {
    List<TextEdit> edits = Formatting.of(view.text(), Optional.of(language));
    List<TextEdit> layout = Formatting.of(view.text(), Optional.empty());
    if (!edits.isEmpty() && !edits.equals(layout)) {
      String key = language == Language.ZH ? "keywords-zh" : "keywords-en";
      String kind = CodeActionKind.Source + ".keywords." + (language == Language.ZH ? "zh" : "en");
      actions.add(Either.forRight(action(words.say(key), kind, edits)));
    }
  }

  private void scenarios() {
    for (NewScenario.Offer offer : NewScenario.at(view, view.offset(range.getStart()))) {
      String title = words.say(offer.applies() ? "scenario-applies" : "scenario-not", offer.rule());
      CodeAction action = new CodeAction(title);
      action.setKind(CodeActionKind.Refactor);
      action.setData(new Wanted(view.text().uri(), offer.rule(), offer.applies()));
      actions.add(Either.forRight(action));
    }
  }

  /** What an action writes that is made only when it is chosen. */
  record Wanted(String uri, String rule, boolean applies) {
    static Wanted of(CodeAction action) {
      return new Gson().fromJson(new Gson().toJson(action.getData()), Wanted.class);
    }
  }

  /** Makes the edit of an action that was chosen. */
  static Supplier<CodeAction> resolved(View view, CodeAction action) {
    Wanted wanted = Wanted.of(action);
    Supplier<Optional<TextEdit>> edit =
        NewScenario.edit(view, new NewScenario.Offer(wanted.applies(), wanted.rule()));
    return () -> {
      edit.get()
          .ifPresent(e -> action.setEdit(new WorkspaceEdit(Map.of(view.text().uri(), List.of(e)))));
      return action;
    };
  }

  private CodeAction action(String title, String kind, List<TextEdit> edits) {
    CodeAction action = new CodeAction(title);
    action.setKind(kind);
    action.setEdit(new WorkspaceEdit(Map.of(view.text().uri(), edits)));
    return action;
  }
}

package org.hefu.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.hefu.check.Declared;
import org.hefu.parse.Parse;
import org.hefu.problem.Problem;
import org.hefu.syntax.Token;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * Calls a thing otherwise, wherever it is spoken of by the word that is pointed at. The policy is
 * read and checked as it would be then; a name that would mean something else is refused.
 */
final class Renames {
  private final View view;
  private final Unit unit;

  private Renames(View view) {
    this.view = view;
    this.unit = view.whole();
  }

  static PrepareRenameResult prepare(View view, Position position) {
    Pointed pointed = new Renames(view).pointed(position);
    return new PrepareRenameResult(Places.range(pointed.place()), pointed.place().text());
  }

  static WorkspaceEdit of(View view, Position position, String name) {
    return new Renames(view).rename(position, name);
  }

  private Pointed pointed(Position position) {
    Pointed pointed =
        Pointed.at(view.offset(position), unit.meaning(), view.text())
            .orElseThrow(() -> refused("rename-nothing"));
    if (unit.text(pointed.declared().source()).isEmpty()) {
      throw refused("rename-library", pointed.place().text());
    }
    if (pointed.place().text().startsWith("\"") || pointed.place().text().startsWith("“")) {
      throw refused("rename-nothing");
    }
    return pointed;
  }

  private WorkspaceEdit rename(Position position, String name) {
    Pointed pointed = pointed(position);
    String before = pointed.place().text();
    if (name.equals(before)) {
      return new WorkspaceEdit(Map.of());
    }
    boolean isModule =
        unit.meaning()
            .at(pointed.declared())
            .filter(d -> d.what() == Declared.What.MODULE)
            .isPresent();
    if (!isName(name, isModule)) {
      throw refused("rename-no-name", name);
    }
    List<Span> places =
        unit.meaning().uses().to(pointed.declared()).stream()
            .filter(p -> p.text().equals(before) && unit.text(p.source()).isPresent())
            .toList();
    Map<Text, List<Span>> byText = new LinkedHashMap<>();
    for (Span place : places) {
      byText
          .computeIfAbsent(unit.text(place.source()).orElseThrow(), _ -> new ArrayList<>())
          .add(place);
    }
    tryOut(pointed, places.size(), byText, name);
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    byText.forEach((text, spans) ->
        edits.put(
            text.uri(), spans.stream().map(s -> new TextEdit(Places.range(s), name)).toList()));
    return new WorkspaceEdit(edits);
  }

  private static boolean isName(String name, boolean isModule) {
    List<Token> tokens = Parse.word(name);
    if (name.isBlank() || !name.strip().equals(name)) {
      return false;
    }
    return isModule
        ? tokens.stream().allMatch(t -> t.type() != Token.Type.STRAY && !t.text().contains(" "))
            && tokens.getFirst().type() != Token.Type.MARK
        : tokens.size() == 1 && tokens.getFirst().type() == Token.Type.NAME;
  }

  /** Refuses a name with which something would be wrong, or mean something else. */
  private void tryOut(Pointed pointed, int places, Map<Text, List<Span>> byText, String name) {
    List<Text> changed = new ArrayList<>();
    Text home = unit.text(pointed.declared().source()).orElseThrow();
    Source newHome = home.source();
    for (Text text : unit.texts()) {
      if (byText.containsKey(text)) {
        Text after = text.with(replaced(text, byText.get(text), name));
        changed.add(after);
        newHome = text == home ? after.module().source() : newHome;
      } else {
        changed.add(text);
      }
    }
    Unit after = Unit.whole(changed);
    Optional<Problem> trouble =
        after.problems().stream()
            .filter(p -> p.isError() && count(after, p) > count(unit, p))
            .min(Comparator.comparing(p -> !isTwice(p)));
    if (trouble.isPresent()) {
      throw refused("rename-conflict", name, trouble.get().message(view.language()));
    }
    Span declared = moved(pointed.declared(), byText.getOrDefault(home, List.of()), name, newHome);
    long now =
        after.meaning().uses().to(declared).stream().filter(p -> p.text().equals(name)).count();
    if (now != places) {
      throw refused("rename-means", name);
    }
  }

  /** Is a name taken? That is the reason for all else that is wrong then. */
  private static boolean isTwice(Problem problem) {
    return switch (problem.code()) {
      case NAME_TWICE, FIELD_TWICE, MODULE_TWICE, AMBIGUOUS_NAME -> true;
      default -> false;
    };
  }

  /** Messages name what is renamed, so their kinds are counted. */
  private static long count(Unit unit, Problem problem) {
    return unit.problems().stream().filter(p -> p.code() == problem.code()).count();
  }

  private static Source replaced(Text text, List<Span> places, String name) {
    StringBuilder changed = new StringBuilder(text.module().source().text());
    for (Span place : places.reversed()) {
      changed.replace(place.start(), place.end(), name);
    }
    return new Source(text.source().name(), changed.toString());
  }

  private static Span moved(Span declared, List<Span> places, String name, Source after) {
    int start = declared.start();
    int end = declared.end();
    for (Span place : places) {
      int by = name.length() - (place.end() - place.start());
      start += place.end() <= declared.start() ? by : 0;
      end += place.end() <= declared.end() ? by : 0;
    }
    return after.span(start, end);
  }

  private ResponseErrorException refused(String key, Object... holes) {
    return Failed.of(ResponseErrorCode.RequestFailed, view.session().words().say(key, holes));
  }
}

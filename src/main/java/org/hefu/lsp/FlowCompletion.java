package org.hefu.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.text.Language;
import org.hefu.text.Source;

/**
 * What a flow in JSON may state at a place: the facts of the policy's request, and their values.
 */
final class FlowCompletion {
  private final Source source;
  private final int offset;
  private final Language language;
  private final List<CompletionItem> items = new ArrayList<>();

  /** The keys of the objects around the place, outermost first, and the key behind a colon. */
  private final Deque<String> path = new ArrayDeque<>();

  private boolean isValue;
  private boolean isOpen;
  private int from;

  private FlowCompletion(Source source, int offset, Language language) {
    this.source = source;
    this.offset = offset;
    this.language = language;
    this.from = offset;
  }

  static CompletionList of(View view, Unit unit, Position position) {
    Source source = view.text().source();
    FlowCompletion completion =
        new FlowCompletion(source, Places.offset(source, position), view.language());
    completion.look();
    unit.meaning().request().ifPresent(completion::complete);
    return new CompletionList(false, completion.items);
  }

  /** Reads as much of the text as stands before the place, whole or not. */
  private void look() {
    String text = source.text();
    String key = "";
    Deque<Boolean> objects = new ArrayDeque<>();
    int i = 0;
    while (i < offset) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> {
          int end = i + 1;
          while (end < offset && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
          }
          if (end >= offset) {
            isOpen = true;
            from = i;
          } else if (!isValue) {
            key = text.substring(i + 1, end);
          }
          i = end;
        }
        case ':' -> isValue = true;
        case '{', '[' -> {
          path.addLast(key);
          objects.push(c == '{');
          isValue = c == '[';
          key = c == '[' ? key : "";
        }
        case '}', ']' -> {
          if (!objects.isEmpty()) {
            objects.pop();
            path.removeLast();
          }
          isValue = false;
        }
        case ',' -> isValue = !objects.isEmpty() && !objects.peek();
        default -> {
          if (isValue
              && Character.isLetterOrDigit(c)
              && !Character.isLetterOrDigit(text.charAt(i - 1))) {
            from = i;
          }
        }
      }
      i++;
    }
    boolean inList = !objects.isEmpty() && !objects.peek();
    if (isValue && !inList) {
      path.addLast(key);
    }
    if (!isOpen && !isValue) {
      from = offset;
    }
    if (!isOpen && from < offset && !text.substring(from, offset).matches("[\\p{L}\\p{N}]+")) {
      from = offset;
    }
  }

  private void complete(Policy.Request request) {
    List<String> names = new ArrayList<>();
    for (String each : path) {
      if (!each.isEmpty()) {
        names.addAll(List.of(each.split("\\.", -1)));
      }
    }
    // A part states facts as the whole does, under a name of its own.
    if (!names.isEmpty() && Policy.Request.PARTS.isCalled(names.getFirst())) {
      names.subList(0, Math.min(2, names.size())).clear();
    }
    if (isValue) {
      request.at(names).flatMap(Policy.Field::fact).ifPresent(f -> values(f.type()));
      return;
    }
    List<Policy.Field> fields =
        names.isEmpty()
            ? request.fields()
            : request.at(names).map(Policy.Field::fields).orElse(List.of());
    for (Policy.Field field : fields) {
      Set<String> words = new LinkedHashSet<>(field.names().words());
      words.forEach(w -> field(w, field));
    }
    if (names.isEmpty()) {
      Policy.Request.PARTS
          .words()
          .forEach(w -> item(w, "\"" + w + "\": ", CompletionItemKind.Struct));
    }
  }

  private void field(String word, Policy.Field field) {
    CompletionItemKind kind =
        field.fact().isPresent() ? CompletionItemKind.Field : CompletionItemKind.Struct;
    CompletionItem item = item(word, "\"" + word + "\": ", kind);
    field
        .fact()
        .ifPresent(f -> {
          item.setDetail(TypeNames.said(f.type(), language));
          item.setDocumentation(f.question().in(language));
          item.setSortText((f.required() ? "0" : "1") + item.getSortText());
        });
  }

  private void values(Type type) {
    Optional<Kind> kind =
        switch (type) {
          case Type.Of(var its) -> Optional.of(its);
          case Type.SetOf(var its) -> Optional.of(its);
          default -> Optional.empty();
        };
    kind.ifPresent(k ->
        k.members()
            .forEach(m ->
                m.names()
                    .words()
                    .forEach(w -> {
                      CompletionItem item = item(w, "\"" + w + "\"", CompletionItemKind.EnumMember);
                      item.setDetail(m.names().in(language));
                    })));
    if (type instanceof Type.Truth) {
      item("true", "true", CompletionItemKind.Value);
      item("false", "false", CompletionItemKind.Value);
    }
    if (type instanceof Type.Date) {
      String today = RequiredFacts.example(type);
      item(today, "\"" + today + "\"", CompletionItemKind.Value);
    }
    item("unknown", "\"unknown\"", CompletionItemKind.Value);
  }

  private CompletionItem item(String label, String text, CompletionItemKind kind) {
    CompletionItem item = new CompletionItem(label);
    String after = source.text();
    int end = offset;
    boolean closed = isOpen && end < after.length() && after.charAt(end) == '"';
    end += closed ? 1 : 0;
    String written = text;
    if (closed && text.endsWith(": ") && after.substring(end).stripLeading().startsWith(":")) {
      written = text.substring(0, text.length() - 2);
    }
    Range range = Places.range(source, from, end);
    item.setTextEdit(Either.forLeft(new TextEdit(range, written)));
    item.setFilterText(isOpen ? "\"" + label : label);
    item.setKind(kind);
    boolean mine = TypeNames.hasHan(label) == (language == Language.ZH);
    item.setSortText((mine ? "0" : "1") + label);
    items.add(item);
    return item;
  }
}

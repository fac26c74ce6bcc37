package org.hefu.lsp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.check.Declared;
import org.hefu.check.Declared.What;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.text.Language;

/** What may stand at a place, as it is put together for an editor. */
final class Offers {
  private static final int MOST = 300;

  private final Cursor cursor;
  private final Language language;
  private final Range range;
  private final Map<String, CompletionItem> items = new LinkedHashMap<>();

  Offers(View view, Cursor cursor) {
    this.cursor = cursor;
    this.language = view.language();
    this.range = Places.range(view.text().source(), cursor.from(), cursor.offset());
  }

  /** Of very many those that fit what is written so far; the rest when more is. */
  CompletionList list() {
    String partial = cursor.partial().toLowerCase(Locale.ROOT);
    List<CompletionItem> fitting =
        items.values().stream().filter(i -> fits(partial, i.getLabel())).toList();
    boolean whole = fitting.size() <= MOST;
    return new CompletionList(!whole, whole ? fitting : fitting.subList(0, MOST));
  }

  /** Are the letters in the label, in order? */
  private static boolean fits(String partial, String label) {
    String text = label.toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < text.length() && at < partial.length(); i++) {
      at += text.charAt(i) == partial.charAt(at) ? 1 : 0;
    }
    return at == partial.length();
  }

  void keyword(String en, String sort) {
    String zh = Keywords.zh(en);
    // The language in which the text is written comes first.
    boolean chinese = Keywords.isChinese(cursor);
    add(en, CompletionItemKind.Keyword, zh, sort + (chinese ? "1" : "0"));
    if (!zh.isEmpty()) {
      add(zh, CompletionItemKind.Keyword, en, sort + (chinese ? "0" : "1"));
    }
  }

  void property(String en, String zh) {
    add(en, CompletionItemKind.Property, zh, "0")
        .setTextEdit(Either.forLeft(new TextEdit(range, en + ": ")));
    add(zh, CompletionItemKind.Property, en, "0")
        .setTextEdit(Either.forLeft(new TextEdit(range, zh + ": ")));
  }

  void both(String en, String zh, CompletionItemKind kind) {
    add(en, kind, zh, "0");
    add(zh, kind, en, "0");
  }

  CompletionItem add(String label, CompletionItemKind kind, String detail, String sort) {
    CompletionItem item = items.computeIfAbsent(label, CompletionItem::new);
    item.setKind(kind);
    item.setDetail(detail);
    item.setSortText(
        sort + (TypeNames.hasHan(label) == (language == Language.ZH) ? "0" : "1") + label);
    item.setInsertTextFormat(InsertTextFormat.PlainText);
    item.setTextEdit(Either.forLeft(new TextEdit(range, label)));
    return item;
  }

  void things(Map<String, List<Declared>> visible, Predicate<Declared> wanted, String sort) {
    visible.forEach((word, all) ->
        all.stream()
            .filter(wanted)
            .findFirst()
            .ifPresent(d -> {
              String type = d.type().map(t -> TypeNames.said(t, language)).orElse("");
              CompletionItem item = add(word, kind(d.what()), type, sort);
              item.setDocumentation(d.names().in(language));
            }));
  }

  private static CompletionItemKind kind(What what) {
    return switch (what) {
      case MODULE -> CompletionItemKind.Module;
      case KIND -> CompletionItemKind.Enum;
      case MEMBER -> CompletionItemKind.EnumMember;
      case UNIT -> CompletionItemKind.Unit;
      case RECORD -> CompletionItemKind.Struct;
      case FIELD -> CompletionItemKind.Field;
      case DEFINITION, QUESTION, LIST, TALLY -> CompletionItemKind.Variable;
      case PREDICATE -> CompletionItemKind.Function;
      case PROCEDURE, GRANT -> CompletionItemKind.Event;
      case RULE -> CompletionItemKind.Method;
    };
  }

  void members(Kind kind) {
    for (Kind.Member member : kind.members()) {
      String other = member.names().in(language);
      for (String word : member.names().words()) {
        add(word, CompletionItemKind.EnumMember, other.equals(word) ? kind.toString() : other, "0");
      }
    }
  }

  void field(Policy.Field field) {
    CompletionItemKind kind =
        field.fact().isPresent() ? CompletionItemKind.Field : CompletionItemKind.Struct;
    String type = field.fact().map(f -> TypeNames.said(f.type(), language)).orElse("");
    String question = field.fact().map(f -> f.question().in(language)).orElse("");
    for (String word : field.names().words()) {
      add(word, kind, type, "0").setDocumentation(question);
    }
  }
}

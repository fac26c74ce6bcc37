package org.hefu.lsp;

import org.hefu.model.Kind;
import org.hefu.model.Type;
import org.hefu.text.Language;

/** Types as policies write them, in either language. */
final class TypeNames {
  private TypeNames() {}

  static String said(Type type, Language language) {
    boolean zh = language == Language.ZH;
    return switch (type) {
      case Type.Truth _ -> zh ? "是否" : "boolean";
      case Type.Number(var unit) ->
          (zh ? "数" : "number") + unit.map(u -> " " + u.names().in(language)).orElse("");
      case Type.Date _ -> zh ? "日期" : "date";
      case Type.Duration(var period) ->
          (zh ? "时长" : "duration") + period.map(p -> " " + p.word()).orElse("");
      case Type.Words _ -> zh ? "文字" : "string";
      case Type.Of(var kind) -> word(kind, language);
      case Type.SetOf(var kind) -> (zh ? "集合 " : "set of ") + word(kind, language);
      case Type.SetOfWords _ -> zh ? "集合 文字" : "set of string";
    };
  }

  /** What the kind is called in the language, by a name that can be written. */
  static String word(Kind kind, Language language) {
    return word(kind.names().words(), language);
  }

  static String word(java.util.List<String> words, Language language) {
    return words.stream()
        .filter(w -> hasHan(w) == (language == Language.ZH))
        .findFirst()
        .orElse(words.getFirst());
  }

  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}

package org.hefu.lsp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hefu.parse.Parse;
import org.hefu.syntax.Token;

/** Which keywords and properties may stand where; how they are written comes from the parser. */
final class Keywords {
  static final List<String> CLAUSES =
      List.of(
          "forbid",
          "permit",
          "require",
          "exempt",
          "oblige",
          "presume",
          "advise",
          "when",
          "unless",
          "yields to",
          "overrides",
          "consequence");

  static final List<String> WITHIN_CLAUSES =
      List.of("before", "after", "from", "despite", "any of", "all of", "within", "sets");

  static final List<String> SCENARIO_PARTS =
      List.of(
          "given",
          "expect",
          "citing",
          "requiring",
          "missing",
          "using",
          "with drafts",
          "part",
          "table",
          "note",
          "like",
          "case");

  static final List<String> CONDITION =
      List.of(
          "and",
          "or",
          "not",
          "is",
          "is not",
          "in",
          "not in",
          "within",
          "not within",
          "has",
          "known",
          "any",
          "all",
          "count",
          "sum",
          "where",
          "tally",
          "with flow",
          "overdue",
          "true",
          "false",
          "unknown");

  /** What is followed by a member of the kind of what stands before. */
  static final String[] ASKING = {
    "is", "is not", "in", "not in", "within", "not within", "has", "<", "<=", ">", ">="
  };

  static final Map<String, String> INSTRUMENT =
      pairs(
          "issuer",
          "制定机关",
          "rank",
          "位阶",
          "in_force",
          "施行",
          "status",
          "状态",
          "territory",
          "地域",
          "articles",
          "条数",
          "source",
          "出处");

  static final Map<String, String> LIST =
      pairs(
          "record",
          "结构",
          "file",
          "文件",
          "in_force",
          "施行",
          "status",
          "状态",
          "issuer",
          "制定机关",
          "source",
          "出处");

  static final Map<String, String> TYPES =
      pairs("boolean", "是否", "number", "数", "date", "日期", "duration", "时长", "string", "文字");

  static final List<String> STATUSES = List.of("in_force", "draft", "repealed");

  private static final Map<String, String> ZH = new ConcurrentHashMap<>();

  private Keywords() {}

  /** The keyword in Chinese; empty where it has no form of its own. */
  static String zh(String en) {
    return ZH.computeIfAbsent(
        en,
        word -> {
          List<Token> tokens = Parse.word(word);
          return tokens.size() == 1 ? tokens.getFirst().zh() : "";
        });
  }

  static boolean isRank(String word) {
    return word.equals("rank") || word.equals("位阶");
  }

  static boolean isStatus(String word) {
    return word.equals("status") || word.equals("状态");
  }

  /** Is the declaration written in Chinese so far? */
  static boolean isChinese(Cursor cursor) {
    return cursor.before().stream()
        .filter(t -> t.type() == Token.Type.KEYWORD)
        .anyMatch(t -> t.text().equals(t.zh()) && TypeNames.hasHan(t.text()));
  }

  private static Map<String, String> pairs(String... words) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      pairs.put(words[i], words[i + 1]);
    }
    return pairs;
  }
}

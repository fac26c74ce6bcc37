package org.hefu.parse;

import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.CharStreams;
import org.hefu.syntax.Token;

/** How each keyword and mark is written, in English and in Chinese. */
final class Words {
  private record Word(String en, String zh) {}

  private static final Map<Integer, Word> KEYWORDS = new HashMap<>();
  private static final Map<Integer, String> MARKS = new HashMap<>();

  static {
    keyword(HefuLexer.MODULE, "module", "模块");
    keyword(HefuLexer.USE, "use", "引用");
    keyword(HefuLexer.INSTRUMENT, "instrument", "法源");
    keyword(HefuLexer.KIND, "kind", "枚举");
    keyword(HefuLexer.ORDERED, "ordered", "有序");
    keyword(HefuLexer.TREE, "tree", "树形");
    keyword(HefuLexer.UNIT, "unit", "单位");
    keyword(HefuLexer.RECORD, "record", "结构");
    keyword(HefuLexer.REQUEST, "request", "请求");
    keyword(HefuLexer.REQUIRED, "required", "必填");
    keyword(HefuLexer.DEFINE, "define", "定义");
    keyword(HefuLexer.PROCEDURE, "procedure", "程序");
    keyword(HefuLexer.QUESTION, "question", "疑问");
    keyword(HefuLexer.DECIDED, "decided", "裁决");
    keyword(HefuLexer.RULE, "rule", "规则");
    keyword(HefuLexer.SCENARIO, "scenario", "情形");
    keyword(HefuLexer.ACCOUNT, "account", "条文");
    keyword(HefuLexer.VERSION, "version", "文本");
    keyword(HefuLexer.LIST, "list", "清单");
    keyword(HefuLexer.TALLY, "tally", "累计");
    keyword(HefuLexer.ROLE, "role", "角色");
    keyword(HefuLexer.AUTHORITY, "authority", "权属");
    keyword(HefuLexer.GRANT, "grant", "授权");
    keyword(HefuLexer.REVOKE, "revoke", "撤销");
    keyword(HefuLexer.SUSPEND, "suspend", "暂停");
    keyword(HefuLexer.RESTRICT, "restrict", "限制");
    keyword(HefuLexer.OVER, "over", "对于");
    keyword(HefuLexer.SINCE, "since", "自");
    keyword(HefuLexer.FORBID, "forbid", "禁止");
    keyword(HefuLexer.PERMIT, "permit", "允许");
    keyword(HefuLexer.REQUIRE, "require", "要求");
    keyword(HefuLexer.EXEMPT, "exempt", "豁免");
    keyword(HefuLexer.OBLIGE, "oblige", "应当");
    keyword(HefuLexer.PRESUME, "presume", "推定");
    keyword(HefuLexer.ADVISE, "advise", "建议");
    keyword(HefuLexer.CONSEQUENCE, "consequence", "后果");
    keyword(HefuLexer.SETS, "sets", "记入");
    keyword(HefuLexer.EXCEPT, "except", "不计");
    keyword(HefuLexer.WHEN, "when", "当");
    keyword(HefuLexer.UNLESS, "unless", "除非");
    keyword(HefuLexer.DESPITE, "despite", "尽管");
    keyword(HefuLexer.OVERRIDES, "overrides", "优先于");
    keyword(HefuLexer.YIELDS, "yields", "");
    keyword(HefuLexer.YIELDS_TO, "yields to", "让位于");
    keyword(HefuLexer.TO, "to", "至");
    keyword(HefuLexer.BEFORE, "before", "先于");
    keyword(HefuLexer.AFTER, "after", "后于");
    keyword(HefuLexer.FROM, "from", "免于");
    keyword(HefuLexer.BY, "by", "由");
    keyword(HefuLexer.ALL, "all", "");
    keyword(HefuLexer.ALL_OF, "all of", "全部");
    keyword(HefuLexer.ANY, "any", "");
    keyword(HefuLexer.ANY_OF, "any of", "任一");
    keyword(HefuLexer.OF, "of", "按");
    keyword(HefuLexer.SET, "set", "");
    keyword(HefuLexer.SET_OF, "set of", "集合");
    keyword(HefuLexer.MET, "met", "满足");
    keyword(HefuLexer.CASE, "case", "案例");
    keyword(HefuLexer.LIKE, "like", "同");
    keyword(HefuLexer.GIVEN, "given", "给定");
    keyword(HefuLexer.USING, "using", "仅依");
    keyword(HefuLexer.WITH, "with", "");
    keyword(HefuLexer.DRAFTS, "drafts", "");
    keyword(HefuLexer.WITH_DRAFTS, "with drafts", "含草案");
    keyword(HefuLexer.EXPECT, "expect", "预期");
    keyword(HefuLexer.CITING, "citing", "引据");
    keyword(HefuLexer.REQUIRING, "requiring", "须办");
    keyword(HefuLexer.MISSING, "missing", "缺少");
    keyword(HefuLexer.NOTE, "note", "备注");
    keyword(HefuLexer.PART, "part", "部分");
    keyword(HefuLexer.TABLE, "table", "表");
    keyword(HefuLexer.AND, "and", "且");
    keyword(HefuLexer.OR, "or", "或");
    keyword(HefuLexer.NOT, "not", "非");
    keyword(HefuLexer.IS, "is", "为");
    keyword(HefuLexer.IS_NOT, "is not", "不为");
    keyword(HefuLexer.IN, "in", "属于");
    keyword(HefuLexer.NOT_IN, "not in", "不属于");
    keyword(HefuLexer.WITHIN, "within", "位于");
    keyword(HefuLexer.NOT_WITHIN, "not within", "不位于");
    keyword(HefuLexer.HAS, "has", "包含");
    keyword(HefuLexer.KNOWN, "known", "已知");
    keyword(HefuLexer.KNOWN_TO, "known to", "知情方");
    keyword(HefuLexer.OVERDUE, "overdue", "逾期");
    keyword(HefuLexer.COUNT, "count", "计数");
    keyword(HefuLexer.SUM, "sum", "合计");
    keyword(HefuLexer.WHERE, "where", "其中");
    keyword(HefuLexer.FLOW, "flow", "");
    keyword(HefuLexer.WITH_FLOW, "with flow", "含本次");
    keyword(HefuLexer.TRUE, "true", "真");
    keyword(HefuLexer.FALSE, "false", "假");
    keyword(HefuLexer.UNKNOWN, "unknown", "未知");
    keyword(HefuLexer.LESS, "<", "不满");
    keyword(HefuLexer.LESS_OR_EQUAL, "<=", "不超过");
    keyword(HefuLexer.GREATER, ">", "超过");
    keyword(HefuLexer.GREATER_OR_EQUAL, ">=", "达到");
    keyword(HefuLexer.ART, "art", "条款");
    mark(HefuLexer.PLUS, "+");
    mark(HefuLexer.MINUS, "-");
    mark(HefuLexer.LEFT_BRACE, "{");
    mark(HefuLexer.RIGHT_BRACE, "}");
    mark(HefuLexer.LEFT_PAREN, "(");
    mark(HefuLexer.RIGHT_PAREN, ")");
    mark(HefuLexer.COMMA, ",");
    mark(HefuLexer.COLON, ":");
    mark(HefuLexer.DOTS, "..");
    mark(HefuLexer.DOT, ".");
    mark(HefuLexer.EQUALS, "=");
    mark(HefuLexer.PERCENT, "%");
    mark(HefuLexer.STAR, "*");
  }

  /** No keyword is longer. */
  private static final int LONGEST = 6;

  private Words() {}

  /** A token of a file. */
  static Token token(int type, int start, int end, String text) {
    Word word = KEYWORDS.get(type);
    if (word != null) {
      return new Token(Token.Type.KEYWORD, start, end, text, word.en(), word.zh());
    }
    String mark = MARKS.get(type);
    if (mark != null) {
      return new Token(Token.Type.MARK, start, end, text, mark, mark);
    }
    Token.Type kind =
        switch (type) {
          case HefuLexer.NAME -> Token.Type.NAME;
          case HefuLexer.COMMENT -> Token.Type.COMMENT;
          case HefuLexer.STRAY, HefuLexer.UNCLOSED_TEXT -> Token.Type.STRAY;
          default -> Token.Type.LITERAL;
        };
    return new Token(kind, start, end, text, "", "");
  }

  /** The token type of a keyword, as it is written in English. */
  static int type(String en) {
    return KEYWORDS.entrySet().stream()
        .filter(e -> e.getValue().en().equals(en))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** What to call a token type in a message: its keyword or mark in backticks, else empty. */
  static String shown(int type) {
    Word word = KEYWORDS.get(type);
    String text = word != null ? word.en() : MARKS.getOrDefault(type, "");
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  /** The keyword that a text of Chinese is by itself, as a token type; 0 where it is none. */
  static int chinese(String text) {
    if (text.isEmpty()
        || text.length() > LONGEST
        || Character.UnicodeScript.of(text.codePointAt(0)) != Character.UnicodeScript.HAN) {
      return 0;
    }
    HefuLexer lexer = new HefuLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    int type = lexer.nextToken().getType();
    boolean alone = lexer.nextToken().getType() == org.antlr.v4.runtime.Token.EOF;
    return alone && KEYWORDS.containsKey(type) ? type : 0;
  }

  static boolean isMark(int type) {
    return MARKS.containsKey(type);
  }

  private static void keyword(int type, String en, String zh) {
    KEYWORDS.put(type, new Word(en, zh));
  }

  private static void mark(int type, String text) {
    MARKS.put(type, text);
  }
}

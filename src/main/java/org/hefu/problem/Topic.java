package org.hefu.problem;

import java.util.Arrays;
import java.util.List;
import org.hefu.text.Bilingual;

/** What a problem is about; the codes of one topic stand together in {@link Code}. */
public enum Topic {
  FILE(Code.CANNOT_READ, "文件", "the file"),
  TEXT(Code.UNREADABLE, "文件的内容", "its text"),
  NAMES(Code.NO_MODULE_NAME, "模块和名称", "modules and names"),
  TYPES(Code.WRONG_TYPE, "类型", "types"),
  RULES(Code.UNKNOWN_PROPERTY, "法源和规则", "instruments and rules"),
  ADVICE(Code.UNUSED_MODULE, "多半不是本意的写法", "surely not meant"),
  ACCOUNT(Code.ARTICLE_TWICE, "条文清单", "the account of articles"),
  GRANTS(Code.WRONG_PATTERN, "数据集、角色、限制和授权", "data sets, roles, restrictions, grants"),
  LISTS(Code.MALFORMED_TABLE, "清单和日历", "lists and calendars"),
  SCENARIOS(Code.SCENARIO_TWICE, "情形", "scenarios"),
  FLOWS(Code.MALFORMED_FLOW, "流动", "flows");

  private final Code first;
  private final Bilingual label;

  Topic(Code first, String zh, String en) {
    this.first = first;
    this.label = new Bilingual(zh, en);
  }

  public Bilingual label() {
    return label;
  }

  /** The last topic that begins no later than the code. */
  public static Topic of(Code code) {
    return Arrays.stream(values())
        .filter(t -> t.first.compareTo(code) <= 0)
        .reduce(FILE, (_, later) -> later);
  }

  public List<Code> codes() {
    return Arrays.stream(Code.values()).filter(c -> of(c) == this).toList();
  }
}

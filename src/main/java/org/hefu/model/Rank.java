package org.hefu.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hefu.text.Bilingual;

/** The rank of an instrument (立法法 98–102, 106). */
public enum Rank {
  CONSTITUTION("宪法"),
  LAW("法律"),
  ADMINISTRATIVE_REGULATION("行政法规"),
  LOCAL_REGULATION("地方性法规"),
  CITY_REGULATION("设区的市地方性法规"),
  DEPARTMENT_RULE("部门规章"),
  LOCAL_RULE("地方政府规章"),
  NORMATIVE_DOCUMENT("规范性文件"),
  GUIDANCE("指南"),
  CONTRACT("合同"),
  OWNER("数据所有者"),
  INTERNAL("内部制度");

  private final String zh;

  Rank(String zh) {
    this.zh = zh;
  }

  /** The name in a policy: {@code local_regulation}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Bilingual label() {
    return new Bilingual(zh, word().replace('_', ' '));
  }

  /** By its English or Chinese name. */
  public static Optional<Rank> called(String word) {
    return Arrays.stream(values())
        .filter(r -> r.word().equals(word) || r.zh.equals(word))
        .findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Rank::word).toList();
  }

  /**
   * A partial order: a department rule stands neither above nor below local regulations and rules
   * (106).
   */
  public boolean isAbove(Rank other) {
    return switch (this) {
      case CONSTITUTION -> other != CONSTITUTION;
      case LAW -> other.ordinal() > LAW.ordinal();
      case ADMINISTRATIVE_REGULATION -> other.ordinal() > ADMINISTRATIVE_REGULATION.ordinal();
      case LOCAL_REGULATION ->
          other == CITY_REGULATION || other == LOCAL_RULE || other.isBelowRules();
      case CITY_REGULATION -> other == LOCAL_RULE || other.isBelowRules();
      case DEPARTMENT_RULE, LOCAL_RULE -> other.isBelowRules();
      case NORMATIVE_DOCUMENT -> other.ordinal() > NORMATIVE_DOCUMENT.ordinal();
      case GUIDANCE, CONTRACT, OWNER, INTERNAL -> false;
    };
  }

  /**
   * Who decides where texts of these ranks differ and neither is higher; nobody where one yields.
   * Local regulations of a province and of a city have an order, and so have all that one organ
   * makes (103): only department rules meet texts beside them.
   */
  public Optional<Arbiter> arbiterAgainst(Rank other) {
    return switch (this) {
      case DEPARTMENT_RULE ->
          switch (other) {
            case LOCAL_REGULATION, CITY_REGULATION ->
                Optional.of(Arbiter.STATE_COUNCIL_OR_STANDING_COMMITTEE);
            case LOCAL_RULE, DEPARTMENT_RULE -> Optional.of(Arbiter.STATE_COUNCIL);
            default -> Optional.empty();
          };
      case LOCAL_REGULATION, CITY_REGULATION, LOCAL_RULE ->
          other == DEPARTMENT_RULE ? other.arbiterAgainst(this) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean isBelowRules() {
    return ordinal() >= NORMATIVE_DOCUMENT.ordinal();
  }
}

package org.hefu.model;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** In what a length of time is counted. */
public enum Period {
  YEARS("年", List.of("years", "year", "年")),
  MONTHS("个月", List.of("months", "month", "月", "个月")),
  DAYS("日", List.of("days", "day", "日", "天")),
  WORKING_DAYS("个工作日", List.of("working days", "working_days", "工作日", "个工作日"));

  /** An array of its own for each who asks would be the only thing that a decision allocates. */
  private static final Period[] ALL = values();

  private final String zh;
  private final List<String> words;

  Period(String zh, List<String> words) {
    this.zh = zh;
    this.words = words;
  }

  public static Optional<Period> called(String word) {
    String single = word.replaceAll("[ \\t]+", " ");
    for (Period period : ALL) {
      if (period.words.contains(single)) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  /** {@code working days}. */
  public String word() {
    return words.getFirst();
  }

  /** {@code 10 working days}, {@code 10个工作日}. */
  public String said(long amount, Language language) {
    String en = words.getFirst();
    String counted = amount == 1 ? en.substring(0, en.length() - 1) : en;
    return new Bilingual(amount + zh, amount + " " + counted).in(language);
  }

  /** A duration as one number. */
  public long coded(long amount) {
    return amount * 8 + ordinal();
  }

  public static Period of(long coded) {
    return ALL[(int) (coded & 7)];
  }

  public static long amount(long coded) {
    return coded >> 3;
  }
}

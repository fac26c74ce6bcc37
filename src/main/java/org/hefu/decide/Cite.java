package org.hefu.decide;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Citation;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.text.Language;

/** Says where a norm stands, as lawyers write it: 《…法》第五条第一款第（四）项. */
public final class Cite {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千", "万"};

  private Cite() {}

  public static String article(Citation citation, Language language) {
    if (language == Language.EN || !citation.heading().isEmpty()) {
      return citation.in(language);
    }
    return "第"
        + numeral(citation.article())
        + "条"
        + (citation.paragraph() == 0 ? "" : "第" + numeral(citation.paragraph()) + "款")
        + (citation.item() == 0 ? "" : "第（" + numeral(citation.item()) + "）项");
  }

  public static String articles(Collection<Citation> citations, Language language) {
    List<String> each = citations.stream().map(c -> article(c, language)).toList();
    return String.join(language == Language.ZH ? "、" : ", ", each);
  }

  /** The title, marked where the text is a draft. */
  public static String title(Instrument instrument, Language language) {
    return plainTitle(instrument, language) + draft(instrument, language);
  }

  /** The title where it is said anyway whether the text is a draft. */
  static String plainTitle(Instrument instrument, Language language) {
    String title = instrument.title().in(language);
    boolean bare = language == Language.ZH && !title.startsWith("《");
    return (bare ? "《" + title + "》" : title)
        + instrument.version().map(v -> inBrackets(v.in(language), language)).orElse("");
  }

  private static String inBrackets(String text, Language language) {
    return language == Language.ZH ? "（" + text + "）" : " (" + text + ")";
  }

  /** What marks a draft whose title does not say so itself. */
  private static String draft(Instrument instrument, Language language) {
    String title = instrument.title().in(language);
    boolean says =
        title.contains("草案")
            || title.contains("征求意见稿")
            || title.toLowerCase(Locale.ROOT).contains("draft");
    return !instrument.isDraft() || says ? "" : language == Language.ZH ? "（草案）" : " (draft)";
  }

  public static String rule(Rule rule, Language language) {
    return rules(List.of(rule), language);
  }

  /**
   * Every article that these rules stand in, an instrument at a time; rules without one by their
   * label.
   */
  static String rules(Collection<Rule> rules, Language language) {
    Map<Instrument, Set<String>> places = new LinkedHashMap<>();
    for (Rule rule : rules) {
      Set<String> articles = places.computeIfAbsent(rule.instrument(), _ -> new LinkedHashSet<>());
      rule.citations().forEach(c -> articles.add(article(c, language)));
      if (rule.citations().isEmpty()) {
        articles.add(rule.names().in(language));
      }
    }
    List<String> each =
        places.entrySet().stream()
            .map(e ->
                title(e.getKey(), language)
                    + gap(language)
                    + String.join(comma(language), e.getValue()))
            .toList();
    return String.join(language == Language.ZH ? "；" : "; ", each);
  }

  private static String gap(Language language) {
    return language == Language.ZH ? "" : ", ";
  }

  private static String comma(Language language) {
    return language == Language.ZH ? "、" : ", ";
  }

  /** A number below 100,000 in Chinese numerals. */
  static String numeral(int number) {
    String digits = Integer.toString(number);
    StringBuilder out = new StringBuilder();
    boolean zero = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        zero = true;
        continue;
      }
      out.append(zero ? "零" : "")
          .append(DIGITS.charAt(digit))
          .append(PLACES[digits.length() - 1 - i]);
      zero = false;
    }
    // 十一, not 一十一.
    return out.isEmpty() ? "零" : number >= 10 && number < 20 ? out.substring(1) : out.toString();
  }
}

package org.hefu.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hefu.decide.Element.Part;
import org.hefu.decide.Page.Style;
import org.hefu.fact.Facts;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Language;
import org.hefu.text.Width;

/**
 * One element of a norm in words: the condition as its author wrote it, and what the flow has for
 * it.
 */
final class Condition {
  private static final int LEFT = 48;
  private static final Pattern NOT =
      Pattern.compile("(?<![\\p{L}\\d_])(not|非|不|不为|不属于|不位于)(?![\\p{L}\\d_])");

  /**
   * The digits of a number before its point, and the places between them at which it is grouped.
   */
  private static final Pattern WHOLE = Pattern.compile("(?<![\\d.])\\d+");

  private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");

  private static final Pattern REMARK = Pattern.compile("--[^\\r\\n]*");
  private static final Pattern GAP = Pattern.compile("\\s+");

  private Condition() {}

  /** A row for each element. */
  static void table(List<Element> elements, int indent, Page page) {
    int widest = elements.stream().mapToInt(e -> Width.of(written(e, page))).max().orElse(0);
    int left = Math.min(LEFT, widest);
    for (Element element : elements) {
      Truth truth = element.speaksFor();
      page.row(indent, mark(truth), style(truth), written(element, page), left, met(element, page));
    }
  }

  static String mark(Truth truth) {
    return switch (truth) {
      case TRUE -> "✓";
      case FALSE -> "✗";
      case UNKNOWN -> "?";
    };
  }

  static Style style(Truth truth) {
    return switch (truth) {
      case TRUE -> Style.GOOD;
      case FALSE -> Style.BAD;
      case UNKNOWN -> Style.OPEN;
    };
  }

  /** The condition as it is written, an exception with its {@code unless}. */
  static String written(Element element, Page page) {
    return switch (element.part()) {
      case IN_FORCE -> page.say("element.in-force");
      case ACT -> page.say("element.act");
      case WHEN -> plain(element, page);
      case UNLESS -> page.say("unless", plain(element, page));
    };
  }

  private static String plain(Element element, Page page) {
    String text = folded(element.term());
    // In `x is not y` the text holds the `not` already.
    boolean saysNot = isComparison(element.term()) && saysNot(text);
    if (element.negated() == saysNot) {
      return text;
    }
    boolean several = element.term() instanceof Term.And || element.term() instanceof Term.Or;
    return page.say(several || saysNot ? "not-together" : "not", text);
  }

  private static boolean saysNot(String text) {
    boolean may = text.contains("not") || text.indexOf('非') >= 0 || text.indexOf('不') >= 0;
    return may && NOT.matcher(text).find();
  }

  private static boolean isComparison(Term term) {
    return term instanceof Term.Same || term instanceof Term.Within || term instanceof Term.Matches;
  }

  /** The author's own words on one line. */
  static String folded(Term term) {
    String text = term.span().text();
    if (isOnOneLine(text)) {
      return text;
    }
    String words = REMARK.matcher(text).replaceAll("");
    return GAP.matcher(words).replaceAll(" ").strip();
  }

  /** Is it so already? Most are. */
  private static boolean isOnOneLine(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isGap = Character.isWhitespace(c);
      if ((isGap && (c != ' ' || before == ' ')) || (c == '-' && before == '-')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  private static String met(Element element, Page page) {
    if (element.part() == Part.ACT) {
      return element.facts().stream().map(f -> value(f, page)).findFirst().orElse("");
    }
    List<String> said = new ArrayList<>();
    // What a tally comes to says as much as its label.
    if (element.term() instanceof Term.Derived(_, var definition)
        && !definition.isPart()
        && element.limit().isEmpty()) {
      String label = definition.names().in(page.language());
      if (!label.equals(definition.names().name().replace('_', ' '))) {
        said.add(label);
      }
    }
    boolean open = element.truth() == Truth.UNKNOWN;
    element.facts().stream()
        .filter(f -> open || f.value().isPresent())
        .forEach(f -> said.add(fact(f, page)));
    element.open().forEach(q -> said.add(q.names().in(page.language())));
    element.margin().ifPresent(m -> said.add(margin(element, m, page)));
    return String.join(page.say("semicolon"), said);
  }

  /** {@code 处理者·类别：企业}, and whether it was presumed. */
  static String fact(FactValue fact, Page page) {
    String said = fact.fact().label(page.language()) + page.say("colon") + value(fact, page);
    return fact.presumed() ? said + page.say("presumed") : said;
  }

  private static String value(FactValue fact, Page page) {
    String value = fact.value().map(v -> v.in(page.language())).orElse(page.say("unknown"));
    return fact.fact().type() instanceof Type.Number ? grouped(value) : value;
  }

  /** How far the fact lies from the number that the element compares it with. */
  static String margin(Element element, long margin, Page page) {
    if (element.limit().isEmpty()) {
      return "";
    }
    Term limit = element.limit().get();
    Type type = element.facts().getFirst().fact().type();
    String key = margin > 0 ? "margin.below" : margin < 0 ? "margin.above" : "margin.at";
    return page.say(
        key,
        counted(Math.abs(margin), List.of(limit.type(), type), page.language()),
        folded(limit));
  }

  private static String counted(long amount, List<Type> types, Language language) {
    String unit =
        types.stream()
            .flatMap(t -> t instanceof Type.Number(var counts) ? counts.stream() : Stream.empty())
            .findFirst()
            .map(u -> (language == Language.EN ? " " : "") + u.names().in(language))
            .orElse("");
    return grouped(Facts.number(amount)) + unit;
  }

  /** 1234567人 as 1,234,567人. */
  static String grouped(String counted) {
    return WHOLE
        .matcher(counted)
        .replaceAll(number -> BETWEEN.matcher(number.group()).replaceAll(","));
  }
}

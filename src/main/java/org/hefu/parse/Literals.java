package org.hefu.parse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Citation;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads numbers, dates, texts and article numbers. */
final class Literals {
  /** Numbers count ten-thousandths. */
  static final long SCALE = 10_000;

  /** Numbers lie within ten trillion, so that sums of them cannot overflow. */
  static final long LARGEST = 10_000_000_000_000L;

  /** A whole number of so many digits lies within. */
  private static final int SHORT = 13;

  private static final Pattern DATE = Pattern.compile("(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})\\D?");
  private static final Pattern ARTICLE =
      Pattern.compile("第([^条]+)条(?:第([^款]+)款)?(?:第[(（]?([^)）项]+)[)）]?项)?");
  private static final String DIGITS = "〇一二三四五六七八九";

  private final List<Problem> problems;

  Literals(List<Problem> problems) {
    this.problems = problems;
  }

  /** The number in ten-thousandths. */
  long number(Span span) {
    return number(span.text(), span);
  }

  /** The number that the text at the place stands for, in ten-thousandths. */
  long number(String written, Span span) {
    String text = written.replace("_", "");
    int digits = 0;
    boolean isWhole = true;
    while (digits < text.length() && "0123456789.".indexOf(text.charAt(digits)) >= 0) {
      isWhole &= text.charAt(digits) != '.';
      digits++;
    }
    if (isWhole && digits == text.length() && digits <= SHORT) {
      return Long.parseLong(text) * SCALE;
    }
    BigDecimal value =
        new BigDecimal(text.substring(0, digits)).multiply(BigDecimal.valueOf(SCALE));
    for (int i = digits; i < text.length(); i++) {
      value = value.multiply(BigDecimal.valueOf(multiple(text.charAt(i))));
    }
    if (value.compareTo(BigDecimal.valueOf(LARGEST * SCALE)) > 0) {
      problems.add(Problem.of(Code.NUMBER_TOO_LARGE, span));
      return LARGEST * SCALE;
    }
    if (value.stripTrailingZeros().scale() > 0) {
      problems.add(Problem.of(Code.NUMBER_TOO_FINE, span));
    }
    return value.longValue();
  }

  private static long multiple(char unit) {
    return switch (unit) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      case '万' -> 10_000;
      default -> 100_000_000;
    };
  }

  /** Reports what would nest too deep: each term of a sum lies one deeper than the next. */
  Expr tooDeep(Span span) {
    problems.add(Problem.of(Code.TOO_DEEP, span, Parse.DEEPEST));
    return new Expr.Unread(span);
  }

  /** Days since 1970-01-01. */
  long date(Span span) {
    return date(span.text(), span);
  }

  /** The date that the text at the place stands for, in days since 1970-01-01. */
  long date(String written, Span span) {
    Matcher parts = DATE.matcher(written);
    if (parts.matches()) {
      try {
        return LocalDate.of(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)))
            .toEpochDay();
      } catch (DateTimeException impossible) {
        // Said below.
      }
    }
    problems.add(Problem.of(Code.IMPOSSIBLE_DATE, span, written));
    return 0;
  }

  Text text(Span whole, List<Span> quoted) {
    String zh = "";
    String en = "";
    for (Span each : quoted) {
      String said = unquoted(each);
      boolean chinese =
          said.codePoints()
              .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
      if (!(chinese ? zh : en).isEmpty()) {
        problems.add(Problem.of(Code.TEXT_TWICE, each));
      } else if (chinese) {
        zh = said;
      } else {
        en = said;
      }
    }
    return new Text(whole, Bilingual.of(zh, en));
  }

  private String unquoted(Span span) {
    String text = span.text();
    String closed = "\"”」』";
    int last = text.length() - 1;
    boolean closes = last > 0 && closed.indexOf(text.charAt(last)) >= 0;
    String inner = text.substring(1, closes ? last : text.length());
    if (text.charAt(0) != '"' || inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < inner.length()) {
      char c = inner.charAt(i++);
      if (c != '\\' || i == inner.length()) {
        out.append(c);
        continue;
      }
      char escaped = inner.charAt(i++);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case '"', '\\' -> out.append(escaped);
        default -> {
          int at = span.start() + i - 1;
          problems.add(Problem.of(Code.UNKNOWN_ESCAPE, span.source().span(at, at + 2), escaped));
          out.append(escaped);
        }
      }
    }
    return out.toString();
  }

  /** A citation such as 第三十三条第三款. */
  Citation article(Span span) {
    Matcher parts = ARTICLE.matcher(span.text());
    if (!parts.matches()) {
      throw new IllegalStateException("the lexer took %s for an article".formatted(span.text()));
    }
    return new Citation(
        span,
        ordinal(parts.group(1)),
        ordinal(parts.group(2)),
        ordinal(parts.group(3)),
        "",
        Optional.empty());
  }

  /** A whole number below 10,000 in digits of either script; 0 for null. */
  private static int ordinal(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    int sum = 0;
    int digit = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '零' ? '〇' : text.charAt(i);
      int chinese = DIGITS.indexOf(c);
      int value = c >= '0' && c <= '9' ? c - '0' : chinese;
      if (value >= 0) {
        digit = Math.min(9999, c <= '9' ? digit * 10 + value : value);
        continue;
      }
      sum += Math.max(1, digit) * (int) multiple(c);
      digit = 0;
    }
    return sum + digit;
  }
}

package org.hefu.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Table;
import org.hefu.text.Span;

/** Reads the cells of tables as the values that policies write: 10万, 2025-04-01, 是, CN-32. */
public final class ReadCell {
  private static final Pattern NUMBER =
      Pattern.compile("(-?)([0-9][0-9_]*(?:\\.[0-9]+)?[十百千万亿]*)[ \\t]*([^\\s\\d].*)?");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日");
  private static final Pattern PATH =
      Pattern.compile(
          "[\\p{L}_·][\\p{L}\\p{Mn}\\p{Mc}_·0-9]*(?:[-.][\\p{L}\\p{Mn}\\p{Mc}_·0-9]+)*");
  private static final Set<String> YES = Set.of("true", "真", "yes", "是");
  private static final Set<String> NO = Set.of("false", "假", "no", "否");

  private ReadCell() {}

  /** The value in the cell; empty where it is written like none. */
  public static Optional<Expr> value(Table.Cell cell, List<Problem> problems) {
    Span span = cell.span();
    String text = cell.text().strip();
    Literals literals = new Literals(problems);
    if (YES.contains(text) || NO.contains(text)) {
      return Optional.of(new Expr.Truth(span, YES.contains(text)));
    }
    if (DATE.matcher(text).matches()) {
      return Optional.of(new Expr.Date(span, literals.date(text, span)));
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      long value = literals.number(number.group(2), span);
      return Optional.of(
          new Expr.Number(
              span,
              number.group(1).isEmpty() ? value : -value,
              Optional.ofNullable(number.group(3)).map(u -> new Name(span, u.strip()))));
    }
    if (PATH.matcher(text).matches()) {
      List<Name> names = Arrays.stream(text.split("\\.", -1)).map(n -> new Name(span, n)).toList();
      return Optional.of(new Expr.Fact(span, new Path(span, names)));
    }
    return Optional.empty();
  }
}

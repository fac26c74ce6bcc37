package org.hefu.mutate;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hefu.parse.Parse;
import org.hefu.syntax.Called;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Module;
import org.hefu.syntax.Property;
import org.hefu.syntax.Token;
import org.hefu.text.Span;

/**
 * All mutants of a module: each number and date of its rules, definitions and texts in force is one
 * less and one more, and each comparison takes in its limit where it did not, or the other way
 * round. Scenarios are what mutants are tried on, and the account of the articles decides nothing.
 */
final class Mutants {
  private static final Map<String, String> OTHER_LIMIT =
      Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");

  /** Numbers count ten-thousandths. */
  private static final int SCALE = 4;

  private final String module;
  private final List<Token> tokens;
  private final List<Mutant> found = new ArrayList<>();
  private String declaration = "";

  private Mutants(Module module) {
    this.module = module.name().orElseThrow().toString();
    this.tokens = Parse.tokens(module.source());
  }

  static List<Mutant> of(Module module) {
    Mutants mutants = new Mutants(module);
    for (Declaration each : module.declarations()) {
      if (!(each instanceof Declaration.Scenario || each instanceof Declaration.Account)) {
        mutants.declaration = name(each);
        mutants.walk(each, each.span());
      }
    }
    return List.copyOf(mutants.found);
  }

  /** Goes through all that syntax is made of, whatever it is. */
  private void walk(Object syntax, Span within) {
    switch (syntax) {
      case List<?> list -> list.forEach(each -> walk(each, within));
      case Optional<?> maybe -> maybe.ifPresent(each -> walk(each, within));
      case Expr.Number number -> number(number, within);
      case Expr.Date(var span, var day) -> dates(span, LongStream.of(day), within);
      case Expr.Compare compare -> {
        limit(compare);
        walk(compare.left(), compare.span());
        walk(compare.right(), compare.span());
      }
      case Declaration.Define define -> walk(define.body(), define.body().span());
      case Clause clause -> parts((Record) clause, clause.span());
      case Property property -> parts(property, property.span());
      case Property.Value.Dates(var span, var from, var to, _) ->
          dates(span, LongStream.concat(LongStream.of(from), to.stream()), within);
      case Record tree -> parts(tree, within);
      default -> {}
    }
  }

  private void parts(Record tree, Span within) {
    for (RecordComponent component : tree.getClass().getRecordComponents()) {
      try {
        walk(component.getAccessor().invoke(tree), within);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  private void number(Expr.Number number, Span within) {
    Span digits = span(number.span(), number.span().start());
    BigDecimal value = BigDecimal.valueOf(number.value(), SCALE);
    for (BigDecimal by : List.of(BigDecimal.ONE.negate(), BigDecimal.ONE)) {
      BigDecimal shifted = value.add(by);
      // There is no number below zero in the language.
      if (shifted.signum() >= 0) {
        add(digits, shifted.stripTrailingZeros().toPlainString(), within);
      }
    }
  }

  private void dates(Span span, LongStream days, Span within) {
    Iterator<Long> each = days.iterator();
    for (Token token : tokens(span.start(), span.end())) {
      if (token.type() == Token.Type.LITERAL) {
        LocalDate date = LocalDate.ofEpochDay(each.next());
        Span at = span.source().span(token.start(), token.end());
        add(at, date.minusDays(1).toString(), within);
        add(at, date.plusDays(1).toString(), within);
      }
    }
  }

  private void limit(Expr.Compare compare) {
    for (Token token : tokens(compare.left().span().end(), compare.right().span().start())) {
      String other = OTHER_LIMIT.get(token.en());
      if (other != null) {
        add(compare.span().source().span(token.start(), token.end()), other, compare.span());
      }
    }
  }

  private void add(Span span, String by, Span within) {
    found.add(new Mutant(module, declaration, span, by, within));
  }

  private List<Token> tokens(int from, int to) {
    return tokens.stream().filter(t -> t.start() >= from && t.end() <= to).toList();
  }

  /** Where the token lies that begins there. */
  private Span span(Span near, int start) {
    Token token = tokens.stream().filter(t -> t.start() == start).findFirst().orElseThrow();
    return near.source().span(token.start(), token.end());
  }

  private static String name(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Rule rule -> name(rule.called());
      case Declaration.Define define -> name(define.called());
      case Declaration.Procedure procedure -> name(procedure.called());
      case Declaration.Listing list -> name(list.called());
      case Declaration.Tally tally -> name(tally.called());
      default -> declaration.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  private static String name(Called called) {
    return called.name().text();
  }
}

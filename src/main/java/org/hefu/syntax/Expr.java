package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Span;

/** A condition or a value, exactly as its author wrote it. */
public sealed interface Expr {
  Span span();

  record Or(Span span, List<Expr> parts) implements Expr {}

  record And(Span span, List<Expr> parts) implements Expr {}

  record Not(Span span, Expr part) implements Expr {}

  record Compare(Span span, Order order, Expr left, Expr right) implements Expr {}

  record Is(Span span, Expr left, Expr right) implements Expr {}

  record In(Span span, Expr left, SetOf set) implements Expr {}

  record Within(Span span, Expr left, Path place) implements Expr {}

  record Has(Span span, Expr left, Path member) implements Expr {}

  /** Is the text, or one of the texts, of the pattern {@code a/b/*}? */
  record Matches(Span span, Expr left, Text pattern) implements Expr {}

  record Known(Span span, Path fact) implements Expr {}

  record Call(Span span, Path name, List<Path> arguments) implements Expr {}

  /** Is the duty of a rule overdue? */
  record Overdue(Span span, Path rule) implements Expr {}

  record Tallied(Span span, Path tally, boolean withFlow) implements Expr {}

  /** Of a list or a set: is there one, are all such, or how many are there? */
  record Quantified(
      Span span, Quantifier quantifier, Name variable, Path range, Optional<Expr> where)
      implements Expr {}

  /** The sum of a column over a list's rows. */
  record Summed(Span span, Path value, Path range, Optional<Expr> where) implements Expr {}

  /** How many members a set has. */
  record Size(Span span, Path set) implements Expr {}

  record Fact(Span span, Path path) implements Expr {}

  /** {@code value} counts ten-thousandths. */
  record Number(Span span, long value, Optional<Name> unit) implements Expr {}

  /** {@code epochDay} counts days since 1970-01-01. */
  record Date(Span span, long epochDay) implements Expr {}

  record Words(Span span, Text text) implements Expr {}

  record Truth(Span span, boolean value) implements Expr {}

  record Unknown(Span span) implements Expr {}

  record SetOf(Span span, List<Path> members) implements Expr {}

  record Sum(Span span, Expr left, boolean minus, Expr right) implements Expr {}

  /** Text the parser could not read; with it in the tree, the rest is still understood. */
  record Unread(Span span) implements Expr {}

  /** What is asked of the members of a range. */
  enum Quantifier {
    ANY,
    ALL,
    COUNT
  }

  /** How two ordered values compare. */
  enum Order {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }
}

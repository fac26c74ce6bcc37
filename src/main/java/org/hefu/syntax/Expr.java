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

  record Known(Span span, Path fact) implements Expr {}

  record Call(Span span, Path name, List<Path> arguments) implements Expr {}

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

  /** How two ordered values compare. */
  enum Order {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }
}

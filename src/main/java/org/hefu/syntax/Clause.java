package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Span;

/** One clause of a rule. */
public sealed interface Clause {
  Span span();

  record Forbid(Span span, List<Path> acts) implements Clause {}

  record Permit(Span span, List<Path> acts, List<Target> despite) implements Clause {}

  record Require(Span span, Procedures procedures, List<Path> acts) implements Clause {}

  record Exempt(Span span, List<Path> acts, Procedures procedures) implements Clause {}

  /** A duty as a text or by the path of a procedure, within a time, after acts. */
  record Oblige(
      Span span,
      Optional<Text> text,
      Optional<Path> procedure,
      Optional<Expr.Number> within,
      List<Path> acts)
      implements Clause {}

  record Presume(Span span, Expr fact) implements Clause {}

  record Advise(Span span, Text text) implements Clause {}

  record When(Span span, Expr condition) implements Clause {}

  record Unless(Span span, Expr condition) implements Clause {}

  /** To rules of a rank, or of an issuer by its name. */
  record YieldsTo(Span span, List<Party> to) implements Clause {}

  record Overrides(Span span, List<Target> targets) implements Clause {}

  /** {@code sets} names the fact in which later flows state the day since which it holds. */
  record Consequence(Span span, Text text, List<Citation> citations, Optional<Path> sets)
      implements Clause {}

  /** Text the parser could not read as a clause. */
  record Unread(Span span) implements Clause {}

  /** Steps of which all, or any one, are spoken of. */
  record Procedures(Span span, boolean any, List<Path> paths) {}
}

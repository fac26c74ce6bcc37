package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Span;

/** Something a module declares. */
public sealed interface Declaration {
  Span span();

  record Instrument(Span span, Text titles, List<Property> properties) implements Declaration {}

  record Kind(Span span, Called called, Shape shape, List<Member> members) implements Declaration {}

  record Unit(Span span, Called called) implements Declaration {}

  record Record(Span span, boolean request, Called called, List<Field> fields)
      implements Declaration {}

  record Define(Span span, Called called, List<Parameter> parameters, Expr body)
      implements Declaration {}

  record Procedure(Span span, Called called, List<Expr> met, List<Property> properties)
      implements Declaration {}

  record Question(Span span, Called called, Text authority) implements Declaration {}

  record Rule(Span span, Called called, List<Citation> citations, List<Clause> clauses)
      implements Declaration {}

  record Scenario(
      Span span, Text title, Optional<Name> caseId, Optional<Text> like, List<Part> parts)
      implements Declaration {}

  /** Text the parser could not read as a declaration. */
  record Unread(Span span) implements Declaration {}

  /** How the members of a kind stand to each other. */
  enum Shape {
    FLAT,
    ORDERED,
    TREE
  }

  /** A member of a kind, with the members below it in a tree. */
  record Member(Span span, Called called, List<Member> members) {}

  /** A fact of a record. */
  record Field(Span span, Called called, Type type, boolean required) {}

  /** A parameter of a predicate. */
  record Parameter(Span span, Name name, Type type) {}

  /** A type as written: {@code set of Kind}, {@code number people}. */
  record Type(Span span, boolean set, Path name, Optional<Name> unit) {}
}

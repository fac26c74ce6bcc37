package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.text.Span;

/** Something a module declares. */
public sealed interface Declaration {
  /** The words that begin one, in English. */
  List<String> WORDS =
      List.of(
          "instrument",
          "account",
          "kind",
          "unit",
          "record",
          "request",
          "define",
          "procedure",
          "question",
          "rule",
          "restrict",
          "list",
          "tally",
          "role",
          "authority",
          "grant",
          "revoke",
          "suspend",
          "scenario");

  Span span();

  /** A text that states norms, {@code when} it speaks of a flow at all. */
  record Instrument(
      Span span, Text titles, List<Property> properties, List<Expr> when, List<Version> versions)
      implements Declaration {}

  /** What each article of the instrument holds, and what of it the policy says. */
  record Account(Span span, Span word, List<Entry> entries) implements Declaration {}

  /**
   * @param whole whether all of its body could be read
   */
  record Kind(Span span, Called called, Shape shape, List<Member> members, boolean whole)
      implements Declaration {}

  record Unit(Span span, Called called) implements Declaration {}

  record Record(
      Span span, boolean request, Called called, Optional<Text> knower, List<Field> fields)
      implements Declaration {}

  record Define(Span span, Called called, List<Parameter> parameters, Expr body)
      implements Declaration {}

  record Procedure(Span span, Called called, List<Expr> met, List<Property> properties)
      implements Declaration {}

  record Question(Span span, Called called, Text authority) implements Declaration {}

  /** A norm; one that {@code restrict}s goes with the data sets that {@code over} speaks of. */
  record Rule(
      Span span, Called called, Optional<Text> over, List<Citation> citations, List<Clause> clauses)
      implements Declaration {}

  /** A table of data. */
  record Listing(Span span, Called called, List<Property> properties) implements Declaration {}

  /**
   * A cumulative count; what the rules of {@code except} take out, and what {@code unless} does.
   */
  record Tally(
      Span span, Called called, List<Property> properties, List<Target> except, List<Expr> unless)
      implements Declaration {}

  /** Which fact of the request stands for what grants and restrictions speak of. */
  record Role(Span span, Name name, Path fact) implements Declaration {}

  /** Original authority of a party over the data sets of a pattern. */
  record Authority(Span span, Party party, Text over) implements Declaration {}

  record Grant(Span span, Text title, List<Property> properties, List<Expr> when)
      implements Declaration {}

  /** The end of a grant, or a time in which it has no force; days since 1970-01-01. */
  record Stop(Span span, boolean forGood, Text grant, long from, OptionalLong to)
      implements Declaration {}

  record Scenario(
      Span span, Text title, Optional<Name> caseId, Optional<Text> like, List<Part> parts)
      implements Declaration {}

  /** Text the parser could not read as a declaration. */
  record Unread(Span span) implements Declaration {}

  /** The text of an instrument as it was at some time. */
  record Version(Span span, Called called, List<Property> properties) {}

  /**
   * An article, or those from one to another, in the author's words; {@code standing} says why no
   * rule need state it, with the facts that a person judges or a remark.
   */
  record Entry(
      Span span,
      Citation first,
      Optional<Citation> last,
      Optional<Text> text,
      Optional<Name> standing,
      List<Path> facts,
      Optional<Text> remark) {}

  /** How the members of a kind stand to each other. */
  enum Shape {
    FLAT,
    ORDERED,
    TREE
  }

  /** A member of a kind, with the members below it in a tree. */
  record Member(Span span, Called called, Optional<Text> note, List<Member> members) {}

  /** A fact of a record; {@code knower} usually knows it. */
  record Field(Span span, Called called, Type type, boolean required, Optional<Text> knower) {}

  /** A parameter of a predicate. */
  record Parameter(Span span, Name name, Type type) {}

  /** A type as written: {@code set of Kind}, {@code number people}. */
  record Type(Span span, boolean set, Path name, Optional<Name> unit) {}
}

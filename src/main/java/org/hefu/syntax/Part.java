package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Span;

/** One part of a scenario. */
public sealed interface Part {
  Span span();

  record Given(Span span, List<Entry> entries) implements Part {}

  record Using(Span span, List<Path> modules) implements Part {}

  record WithDrafts(Span span) implements Part {}

  record Expect(Span span, Name outcome) implements Part {}

  record Citing(Span span, List<Cited> cited) implements Part {}

  record Requiring(Span span, Clause.Procedures procedures) implements Part {}

  record Missing(Span span, List<Path> facts) implements Part {}

  record Note(Span span, Text text) implements Part {}

  /** One part of a flow: what differs from the facts common to all. */
  record Piece(Span span, Optional<Text> name, List<Entry> entries) implements Part {}

  /** One scenario a row. */
  record Table(Span span, List<Column> columns, List<Row> rows) implements Part {}

  /** Text the parser could not read as a part. */
  record Unread(Span span) implements Part {}

  /** What the cells below it state: a fact, the outcome expected, or an article cited. */
  sealed interface Column {
    Span span();

    record OfFact(Span span, Path fact) implements Column {}

    record OfOutcome(Span span) implements Column {}

    record OfCitation(Span span) implements Column {}
  }

  record Row(Span span, Optional<Name> caseId, Optional<Text> title, List<Cell> cells) {}

  /** A value; or a name or an article, where the column asks for it. */
  record Cell(Span span, Optional<Expr> value, Optional<Cited> cited) {}

  /** What the answer rests on or, where {@code overdue}, whose duty is so; or not. */
  record Cited(Span span, boolean not, boolean overdue, Target target) {}

  /** A fact and its value. */
  record Entry(Span span, Path fact, Expr value) {}
}

package org.hefu.syntax;

import java.util.List;
import org.hefu.text.Span;

/** One part of a scenario. */
public sealed interface Part {
  Span span();

  record Given(Span span, List<Entry> entries) implements Part {}

  record Using(Span span, List<Path> modules) implements Part {}

  record WithDrafts(Span span) implements Part {}

  record Expect(Span span, Name outcome) implements Part {}

  record Citing(Span span, List<Target> targets) implements Part {}

  record Requiring(Span span, Clause.Procedures procedures) implements Part {}

  record Missing(Span span, List<Path> facts) implements Part {}

  record Note(Span span, Text text) implements Part {}

  /** Text the parser could not read as a part. */
  record Unread(Span span) implements Part {}

  /** A fact and its value. */
  record Entry(Span span, Path fact, Expr value) {}
}

package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.text.Span;

/** One line {@code key: value, value} of an instrument or a procedure. */
public record Property(Span span, Name key, List<Value> values) {

  /** A value of a property. */
  public sealed interface Value {
    Span span();

    record Words(Span span, Text text) implements Value {}

    /** Days since 1970-01-01; {@code ranged} when dots followed, or {@code from} stood before. */
    record Dates(Span span, long from, OptionalLong to, boolean ranged) implements Value {}

    record Numbers(Span span, long from, long to) implements Value {}

    /** {@code place of fact}. */
    record Named(Span span, Path path, Optional<Path> of) implements Value {}
  }
}

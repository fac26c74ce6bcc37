package org.hefu.fact;

import java.util.List;
import org.hefu.text.Span;

/** A value as a flow file writes it, JSON or YAML. */
sealed interface Written {
  Span span();

  record Group(Span span, List<Entry> entries) implements Written {}

  record Several(Span span, List<Written> values) implements Written {}

  record Words(Span span, String text) implements Written {}

  record Number(Span span, String digits) implements Written {}

  record Truth(Span span, boolean value) implements Written {}

  record Nothing(Span span) implements Written {}

  /** A key and its value. */
  record Entry(Span span, String key, Written value) {}
}

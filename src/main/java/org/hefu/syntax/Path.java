package org.hefu.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.hefu.text.Span;

/** Names joined by dots: {@code data.sensitive}. */
public record Path(Span span, List<Name> names) {
  @Override
  public String toString() {
    return names.stream().map(Name::text).collect(Collectors.joining("."));
  }
}

package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.text.Source;

/** A file as its author wrote it. */
public record Module(
    Source source, Optional<Path> name, List<Path> uses, List<Declaration> declarations) {
  /** The words that begin what stands in no braces, in English; those of declarations last. */
  public static final List<String> BEGINNINGS =
      Stream.concat(Stream.of("module", "use"), Declaration.WORDS.stream()).toList();
}

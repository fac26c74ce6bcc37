package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Source;

/** A file as its author wrote it. */
public record Module(
    Source source, Optional<Path> name, List<Path> uses, List<Declaration> declarations) {}

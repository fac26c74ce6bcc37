package org.hefu.syntax;

import java.util.Optional;
import org.hefu.text.Span;

/** A party or an issuer by a text or a name; a rank has a name, too. */
public record Party(Span span, Optional<Text> text, Optional<Path> path) {}

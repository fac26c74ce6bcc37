package org.hefu.syntax;

import java.util.Optional;
import org.hefu.text.Span;

/**
 * A rule or an article spoken of: {@code path} alone names a rule, with a citation a module,
 * without one this module.
 */
public record Target(Span span, Optional<Path> path, Optional<Citation> citation) {}

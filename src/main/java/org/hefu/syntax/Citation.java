package org.hefu.syntax;

import java.util.Optional;
import org.hefu.text.Span;

/**
 * An article of an instrument as cited: {@code art 5.1(4)}; zero where no paragraph or item is
 * named. Texts without numbers are cited by {@code heading}, which is empty otherwise. {@code
 * version} names the text of the instrument in which it stands there.
 */
public record Citation(
    Span span, int article, int paragraph, int item, String heading, Optional<Name> version) {}

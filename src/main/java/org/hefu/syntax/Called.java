package org.hefu.syntax;

import java.util.List;
import java.util.Optional;
import org.hefu.text.Span;

/** What a thing is called: its name, its aliases, its label. */
public record Called(Span span, Name name, List<Name> aliases, Optional<Text> label) {}

package org.hefu.model;

import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** An unsettled point of law, and who decides it. */
public record Question(Names names, Bilingual authority, Span declared) {}

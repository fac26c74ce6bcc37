package org.hefu.model;

import java.util.List;

/** What each article of a text holds, in order. */
public record Account(Instrument instrument, List<Article> articles) {}

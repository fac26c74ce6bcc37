package org.hefu.decide;

import org.hefu.model.Rule;

/** A fact that was unknown and was filled by a rule. */
public record Presumption(FactValue value, Rule rule) {}

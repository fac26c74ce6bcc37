package org.hefu.decide;

import java.time.LocalDate;
import org.hefu.model.Fact;
import org.hefu.model.Rule;

/**
 * What holds from a day on because a rule was broken, and which later flows are to state.
 *
 * @param fact the date fact in which they state it
 * @param rule the rule whose text names this consequence
 */
public record State(Fact fact, LocalDate since, Rule rule) {}

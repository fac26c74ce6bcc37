package org.hefu.decide;

import java.time.LocalDate;
import java.util.Optional;
import org.hefu.model.Rule;

/**
 * The last day for a duty.
 *
 * @param rule the rule that obliges
 * @param due the last day; empty where it hangs on what is not known
 * @param overdue is that day past and the duty not fulfilled?
 * @param done is it fulfilled? unknown where the policy does not say when it is
 */
public record Deadline(Rule rule, Optional<LocalDate> due, Truth overdue, Truth done) {}

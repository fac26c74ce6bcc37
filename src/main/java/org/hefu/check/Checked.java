package org.hefu.check;

import java.util.List;
import java.util.Optional;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;

/**
 * What checking came to: the policy, unless there are errors, all problems in order, and what names
 * stand for.
 */
public record Checked(Optional<Policy> policy, List<Problem> problems, Meaning meaning) {}

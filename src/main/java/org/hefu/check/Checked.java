package org.hefu.check;

import java.util.List;
import java.util.Optional;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;

/** What checking came to: the policy, unless there are errors, and all problems in order. */
public record Checked(Optional<Policy> policy, List<Problem> problems) {}

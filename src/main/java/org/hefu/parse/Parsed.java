package org.hefu.parse;

import java.util.List;
import org.hefu.problem.Problem;
import org.hefu.syntax.Module;

/**
 * A module as read, and what was wrong with its text.
 *
 * @param starts where its declarations begin, but for those amid a line
 */
public record Parsed(Module module, List<Problem> problems, List<Integer> starts) {}

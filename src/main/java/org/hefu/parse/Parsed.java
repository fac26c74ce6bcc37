package org.hefu.parse;

import java.util.List;
import org.hefu.problem.Problem;
import org.hefu.syntax.Module;

/** A module as read, and what was wrong with its text. */
public record Parsed(Module module, List<Problem> problems) {}

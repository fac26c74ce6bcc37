package org.hefu.decide;

import java.util.List;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;

/**
 * Something that must be done before the act.
 *
 * @param choices one procedure, or several of which any one is enough
 * @param met whether one of them is confirmed as done
 * @param certain whether it is certain that it is required
 * @param rules which rules require it
 */
public record Requirement(List<Choice> choices, Truth met, boolean certain, List<Rule> rules) {

  /** A procedure and whether it is done. */
  public record Choice(Procedure procedure, Truth met) {}

  /** Is there still something to do? */
  public boolean isOpen() {
    return met != Truth.TRUE;
  }
}

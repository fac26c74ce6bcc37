package org.hefu.decide;

import java.util.List;
import java.util.Locale;
import org.hefu.model.Rule;

/**
 * What became of one rule. {@link Decision#elements} tells what its conditions came to.
 *
 * @param operative is it one of the rules on which the outcome rests?
 * @param defeatedBy the rules that defeat it, or may
 */
public record Finding(Rule rule, Standing standing, boolean operative, List<Rule> defeatedBy) {
  /** The same, but for how the rule stands, and whether the outcome rests on it. */
  public Finding as(Standing other, boolean isOperative) {
    return new Finding(rule, other, isOperative, defeatedBy);
  }

  /** How the rule stands for this flow. */
  public enum Standing {
    APPLIED,
    DEFEATED,
    NOT_APPLIED,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

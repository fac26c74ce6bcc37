package org.hefu.decide;

import java.util.List;
import java.util.Locale;
import org.hefu.model.Rule;

/**
 * What became of one rule.
 *
 * @param operative is it one of the rules on which the outcome rests?
 * @param elements what its conditions came to, one by one
 * @param defeatedBy the rules that defeat it, or may
 */
public record Finding(
    Rule rule,
    Standing standing,
    boolean operative,
    List<Element> elements,
    List<Rule> defeatedBy) {

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

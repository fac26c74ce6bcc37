package org.hefu.decide;

import java.util.List;
import java.util.Locale;
import org.hefu.model.Rule;

/** What became of one rule. */
public interface Finding {
  Rule rule();

  Standing standing();

  /** Is it one of the rules on which the outcome rests? */
  boolean operative();

  /** What its conditions came to, one by one. */
  List<Element> elements();

  /** The rules that defeat it, or may. */
  List<Rule> defeatedBy();

  /** The same, but for how the rule stands, and whether the outcome rests on it. */
  default Finding as(Standing standing, boolean operative) {
    return new Restated(this, standing, operative);
  }

  /** How the rule stands for this flow. */
  enum Standing {
    APPLIED,
    DEFEATED,
    NOT_APPLIED,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package org.hefu.decide;

import java.util.List;
import org.hefu.model.Rule;

/** A finding of which something else has come. */
record Restated(Finding before, Standing standing, boolean operative) implements Finding {
  @Override
  public Rule rule() {
    return before.rule();
  }

  @Override
  public List<Element> elements() {
    return before.elements();
  }

  @Override
  public List<Rule> defeatedBy() {
    return before.defeatedBy();
  }
}

package org.hefu.engine;

import java.util.Set;
import org.hefu.model.Instrument;

/**
 * What a question is put to.
 *
 * @param using the modules asked; empty for all
 * @param withDrafts whether to tell, beside the decision, what it would be if the drafts were
 *     adopted; the decision itself never counts them
 */
public record Asked(Set<String> using, boolean withDrafts) {
  /** All texts in force, and no drafts. */
  public static final Asked ALL = new Asked(Set.of(), false);

  /** These modules only; all of them where none is named. */
  public static Asked of(Set<String> using) {
    return new Asked(using, false);
  }

  /** Tells beside the decision what it would be if the drafts were adopted. */
  public Asked alsoDrafts() {
    return new Asked(using, true);
  }

  boolean includes(Instrument instrument) {
    return using.isEmpty() || using.contains(instrument.module());
  }
}

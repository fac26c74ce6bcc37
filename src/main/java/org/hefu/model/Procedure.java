package org.hefu.model;

import java.util.Map;
import org.hefu.text.Bilingual;

/**
 * A step that rules may require.
 *
 * @param met when it is taken
 * @param notes what its author says of it, by property: authority, form, deadline, source; and
 *     note, which is for readers of the vocabulary
 */
public record Procedure(Names names, Definition met, Map<String, Bilingual> notes) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Procedure procedure && procedure.met.equals(met);
  }

  @Override
  public int hashCode() {
    return met.hashCode();
  }
}

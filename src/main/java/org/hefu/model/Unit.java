package org.hefu.model;

import java.util.List;
import org.hefu.text.Bilingual;

/** What a number counts: people, yuan. */
public record Unit(Names names) {
  /** Hundredths; the one unit that every module knows. */
  public static final Unit PERCENT =
      new Unit(new Names("%", List.of("percent"), new Bilingual("%", "%")));

  @Override
  public String toString() {
    return names.name();
  }
}

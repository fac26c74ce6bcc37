package org.hefu.model;

import java.util.Locale;

/** Who decides where two texts differ of which neither is higher (立法法 106). */
public enum Arbiter {
  /** Of a local regulation and a department rule, 106(1)2. */
  STATE_COUNCIL_OR_STANDING_COMMITTEE,
  /** Of a department rule and another rule, 106(1)3. */
  STATE_COUNCIL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

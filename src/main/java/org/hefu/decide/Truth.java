package org.hefu.decide;

import java.util.Locale;
import org.hefu.model.Row;

/** A truth of strong Kleene logic. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** From its value in a row. */
  public static Truth of(long value) {
    return value == Row.TRUE ? TRUE : value == Row.FALSE ? FALSE : UNKNOWN;
  }

  public Truth negated() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.hefu.twin;

/** A truth of strong Kleene logic, by its tables. */
enum Kleene {
  FALSE,
  UNKNOWN,
  TRUE;

  static Kleene of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  Kleene and(Kleene other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  Kleene or(Kleene other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
  }

  Kleene not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  Kleene same(Kleene other) {
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : of(this == other);
  }
}

package org.hefu.bench;

import org.hefu.decide.Decision;
import org.hefu.decide.Finding;

/** Reads of a decision what a program would. */
final class Reading {
  private Reading() {}

  /** How each rule stands that governs the flow, and what defeats it. */
  static int all(Decision decision) {
    int read = 0;
    for (Finding each : decision.findings()) {
      read += read(each);
    }
    return read;
  }

  /** The same of the rules that apply, or may. */
  static int applying(Decision decision) {
    int read = 0;
    for (Finding each : decision.applying()) {
      read += read(each);
    }
    return read;
  }

  private static int read(Finding finding) {
    return finding.standing().ordinal()
        + (finding.operative() ? 1 : 0)
        + finding.defeatedBy().size();
  }
}

package org.hefu.engine;

import org.hefu.model.Outcome;
import org.hefu.model.Row;

/** How the rules stand for one flow, and what comes of that but for texts that differ. */
final class Ruled {
  /** For each rule, whether it applies, whether it is not defeated either, */
  final byte[] applies;

  final byte[] effective;

  /** and whether what it requires is done; told of rules alone that apply, or may. */
  final byte[] met;

  /** For each guard, whether the rules behind it govern the flow. */
  final byte[] guards;

  /** Is the act completed? */
  final int completed;

  final Outcome outcome;

  /** For each rule a bit: does it apply, or may it? */
  private final long[] some;

  /** To be filled in. */
  Ruled(int rules, int guards, int completed, Outcome outcome) {
    this.applies = new byte[rules];
    this.effective = new byte[rules];
    this.met = new byte[rules];
    this.guards = new byte[guards];
    this.completed = completed;
    this.outcome = outcome;
    this.some = new long[(rules + Long.SIZE - 1) / Long.SIZE];
  }

  /** Of a row after all steps. */
  static Ruled of(long[] row, byte[] applies, Verdict verdict) {
    byte[] effective = applies.clone();
    verdict.defeat(effective);
    Ruled ruled =
        new Ruled(
            applies.length,
            verdict.guards(),
            verdict.completed(row),
            verdict.outcome(row, effective));
    for (int i = 0; i < applies.length; i++) {
      if (applies[i] != Row.FALSE) {
        ruled.put(i, applies[i], effective[i], verdict.met(i, row));
      }
    }
    for (int i = 0; i < ruled.guards.length; i++) {
      ruled.guards[i] = (byte) verdict.guards(i, row);
    }
    return ruled;
  }

  /** Fills in a rule that applies or may. */
  void put(int rule, int applying, int effect, int isMet) {
    applies[rule] = (byte) applying;
    effective[rule] = (byte) effect;
    met[rule] = (byte) isMet;
    some[rule >> 6] |= 1L << rule;
  }

  /** The first rule, from one on, that applies or may; below zero if there is none. */
  int next(int from) {
    int word = from >> 6;
    if (word >= some.length) {
      return -1;
    }
    long rest = some[word] & -1L << from;
    while (rest == 0) {
      if (++word == some.length) {
        return -1;
      }
      rest = some[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  /** Does the rule apply, or may it? */
  boolean mayApply(int rule) {
    return applies[rule] != Row.FALSE;
  }
}

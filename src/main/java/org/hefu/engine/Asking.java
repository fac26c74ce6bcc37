package org.hefu.engine;

import org.hefu.fact.Facts;

/**
 * Answers what the index leaves to be asked about one flow; for one thread, again and again. Always
 * one of the truths of {@link org.hefu.model.Row}.
 */
abstract class Asking {
  /** What does the same faster for flows like those that have been; itself if there is none. */
  Asking settled() {
    return this;
  }

  /** Begins with another flow, and has found which entries may hold. */
  abstract void begin(Facts facts);

  /** Does the entry hold, but for what is left of it? Always: the bits do not tell. */
  abstract int clauses(int entry);

  /** The same, where the bits are sure of all but what no grid tells. */
  abstract int untold(int entry);

  /** Does what the index leaves of the entry hold? */
  abstract int left(int entry);

  /** Is what the rule requires done? */
  abstract int met(int rule);

  /** Is the act completed? */
  abstract int completed();
}

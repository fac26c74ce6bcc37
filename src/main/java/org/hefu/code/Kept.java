package org.hefu.code;

import java.util.function.Consumer;

/**
 * Where something is kept, and what works it out.
 *
 * @param before the number of a step before which all steps count
 */
record Kept(int place, String method, int before, Consumer<Writing> body) {
  /** The same, in another place. */
  Kept at(int other) {
    return new Kept(other, method, before, body);
  }
}

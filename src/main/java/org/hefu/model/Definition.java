package org.hefu.model;

import org.hefu.text.Span;

/**
 * A named term, worked out once a decision and kept in its slot.
 *
 * @param type of the body
 */
public record Definition(int slot, Names names, Type type, Term body, Span declared) {
  /** Did no author write it: is it a part of a condition that is too long to work out at once? */
  public boolean isPart() {
    return names.name().isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Definition definition && definition.slot == slot;
  }

  @Override
  public int hashCode() {
    return slot;
  }
}

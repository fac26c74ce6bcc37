package org.hefu.model;

import org.hefu.text.Span;

/** A named term, worked out once a decision and kept in its slot. */
public record Definition(int slot, Names names, Term body, Span declared) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Definition definition && definition.slot == slot;
  }

  @Override
  public int hashCode() {
    return slot;
  }
}

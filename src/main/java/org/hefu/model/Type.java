package org.hefu.model;

import java.util.Optional;

/** What values a fact or a term can have. */
public sealed interface Type {
  /** True or false. */
  record Truth() implements Type {}

  /** A number in ten-thousandths, perhaps counted in a unit. */
  record Number(Optional<Unit> unit) implements Type {}

  /** A day, counted from 1970-01-01. */
  record Date() implements Type {}

  /**
   * A length of time, coded as by {@link Period#coded}; of one period, or of any where none is
   * named.
   */
  record Duration(Optional<Period> period) implements Type {}

  /** A text. */
  record Words() implements Type {}

  /** A member of a kind, by its index. */
  record Of(Kind kind) implements Type {}

  /** Members of a kind. */
  record SetOf(Kind kind) implements Type {}

  /** Texts; its slot holds how many. */
  record SetOfWords() implements Type {}

  Type TRUTH = new Truth();
  Type DATE = new Date();
  Type DURATION = new Duration(Optional.empty());
  Type WORDS = new Words();
  Type SET_OF_WORDS = new SetOfWords();
  Type NUMBER = new Number(Optional.empty());
}

package org.hefu.check;

import java.util.Map;
import org.hefu.model.Policy;
import org.hefu.model.Term;

/** What the parameters of a predicate stand for while its body is checked. */
record Environment(Map<String, Argument> arguments) {
  static final Environment NONE = new Environment(Map.of());

  /** A group of facts, or one value. */
  sealed interface Argument {
    record Group(Policy.Field field) implements Argument {}

    record Value(Term term) implements Argument {}
  }
}

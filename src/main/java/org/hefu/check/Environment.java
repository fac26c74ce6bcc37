package org.hefu.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.jspecify.annotations.Nullable;

/** What the parameters of a predicate stand for while its body is checked, and which it reads. */
record Environment(Map<String, Argument> arguments, Set<String> read) {
  static final Environment NONE = new Environment(Map.of());

  Environment(Map<String, Argument> arguments) {
    this(arguments, new HashSet<>());
  }

  /** What the name stands for, if it is a parameter; from now on it has been read. */
  @Nullable Argument argument(String name) {
    Argument argument = arguments.get(name);
    if (argument != null) {
      read.add(name);
    }
    return argument;
  }

  /** A group of facts, or one value. */
  sealed interface Argument {
    record Group(Policy.Field field) implements Argument {}

    record Value(Term term) implements Argument {}
  }
}

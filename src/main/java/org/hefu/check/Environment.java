package org.hefu.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a predicate stand for while its body is checked, and the variables of the
 * quantifiers around it, and which of them it reads.
 *
 * @param variables where those among the arguments are written that quantifiers bind
 * @param parameters where the others are, while the predicate is checked by itself
 */
record Environment(
    Map<String, Argument> arguments,
    Map<String, Span> variables,
    Map<String, Span> parameters,
    Set<String> read) {
  static final Environment NONE = new Environment(Map.of());

  Environment(Map<String, Argument> arguments) {
    this(arguments, Map.of(), Map.of(), new HashSet<>());
  }

  /** What the name stands for, if it is a parameter; from now on it has been read. */
  @Nullable Argument argument(String name) {
    Argument argument = arguments.get(name);
    if (argument != null) {
      read.add(name);
    }
    return argument;
  }

  /** With one more variable. */
  Environment with(String variable, Span place, Argument argument) {
    Map<String, Argument> more = new HashMap<>(arguments);
    more.put(variable, argument);
    Map<String, Span> places = new HashMap<>(variables);
    places.put(variable, place);
    Map<String, Span> others = new HashMap<>(parameters);
    others.remove(variable);
    return new Environment(more, places, others, read);
  }

  /** A group of facts, one value, or a row of a list. */
  sealed interface Argument {
    record Group(Policy.Field field) implements Argument {}

    record Value(Term term) implements Argument {}

    /** A row; any, where it has no number. */
    record Row(Listing list, int number) implements Argument {
      static final int ANY = -1;
    }
  }
}

package org.hefu.check;

import java.util.HashMap;
import java.util.Map;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.hefu.text.Span;

/**
 * What the parameters of a predicate stand for while its body is checked, and the variables of the
 * quantifiers around it.
 *
 * @param variables where those among the arguments are written that quantifiers bind
 */
record Environment(Map<String, Argument> arguments, Map<String, Span> variables) {
  static final Environment NONE = new Environment(Map.of());

  Environment(Map<String, Argument> arguments) {
    this(arguments, Map.of());
  }

  /** With one more variable. */
  Environment with(String variable, Span place, Argument argument) {
    Map<String, Argument> more = new HashMap<>(arguments);
    more.put(variable, argument);
    Map<String, Span> places = new HashMap<>(variables);
    places.put(variable, place);
    return new Environment(more, places);
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

package org.hefu.check;

import java.util.Optional;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Type;
import org.hefu.text.Span;

/**
 * Something that a module declares by a name, as tools need to know it.
 *
 * @param place of its first name
 * @param module in which it stands
 * @param type of its value, where it has one and that is known
 * @param kind whose member it is, or which it is itself
 */
public record Declared(
    Span place, What what, Names names, String module, Optional<Type> type, Optional<Kind> kind) {

  /** What sort of thing it is. */
  public enum What {
    MODULE,
    KIND,
    MEMBER,
    UNIT,
    RECORD,
    FIELD,
    QUESTION,
    DEFINITION,
    PREDICATE,
    PROCEDURE,
    LIST,
    TALLY,
    RULE,
    GRANT
  }
}

package org.hefu.model;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Span;

/**
 * One thing a flow states, or leaves unknown.
 *
 * @param slot where its value stands in a row of facts; a set takes several slots from here
 * @param path the names of its fields, outermost first
 * @param question what to ask for it; empty where its author gave none
 * @param knower who usually knows it; empty where its author does not say
 */
public record Fact(
    int slot,
    List<Names> path,
    Type type,
    boolean required,
    Bilingual question,
    Bilingual knower,
    Span declared) {
  public Fact(
      int slot, List<Names> path, Type type, boolean required, Bilingual question, Span declared) {
    this(slot, path, type, required, question, Bilingual.NONE, declared);
  }

  /** The same fact, whose value stands elsewhere. */
  public Fact at(int other) {
    return new Fact(other, path, type, required, question, knower, declared);
  }

  /** {@code handler.ciio}. */
  public String name() {
    return joined(".", Names::name);
  }

  /** The labels of its fields, as people would say them. */
  public String label(Language language) {
    return joined(language == Language.ZH ? "·" : ": ", n -> n.in(language));
  }

  private String joined(String between, Function<Names, String> said) {
    if (path.size() == 1) {
      return said.apply(path.getFirst());
    }
    StringJoiner joined = new StringJoiner(between);
    path.forEach(n -> joined.add(said.apply(n)));
    return joined.toString();
  }

  /** How many slots it takes; never none, so that it can be unknown. */
  public int width() {
    return type instanceof Type.SetOf(Kind kind)
        ? Math.max(1, (kind.members().size() + Row.BITS - 1) / Row.BITS)
        : 1;
  }

  /** Does a byte hold its value: is it a truth, or a member of a kind that has few? */
  public boolean isSmall() {
    return switch (type) {
      case Type.Truth _ -> true;
      case Type.Of(var kind) -> kind.members().size() <= Byte.MAX_VALUE;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return name();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact fact && fact.slot == slot && fact.path.equals(path);
  }

  @Override
  public int hashCode() {
    return slot;
  }
}

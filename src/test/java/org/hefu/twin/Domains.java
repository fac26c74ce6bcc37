package org.hefu.twin;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Term;
import org.hefu.model.Type;

/**
 * Values that stand for all that an unknown fact could be: each that the conditions name, and as
 * many between, beside and beyond them as there are unknown facts to be told apart.
 */
final class Domains {
  private static final int MOST_MEMBERS = 8;
  private static final int MONTHS_DIFFER = 4;

  private final Twin twin;
  private final Mentions mentions;

  /** Comparisons in which one unknown fact is reckoned with others. */
  private final List<Term> reckoned;

  private final int many;

  /**
   * @param many how many facts are unknown
   */
  Domains(Twin twin, Mentions mentions, List<Term> reckoned, int many) {
    this.twin = twin;
    this.mentions = mentions;
    this.reckoned = reckoned;
    this.many = many;
  }

  /** None where this does not know how. */
  Optional<List<Twin.Value>> of(Fact fact) {
    if (mentions.intricate.contains(fact)) {
      return Optional.empty();
    }
    return switch (fact.type()) {
      case Type.Truth _ ->
          Optional.of(
              List.of(new Twin.Value.Truth(Kleene.TRUE), new Twin.Value.Truth(Kleene.FALSE)));
      case Type.Number(var unit) -> Optional.of(numbers(fact, unit.isPresent()));
      case Type.Date _ -> Optional.of(days(fact));
      case Type.Words _ -> Optional.of(texts());
      case Type.Of(var kind) -> Optional.of(members(fact, kind));
      case Type.SetOf(var kind) -> sets(kind);
      case Type.Duration _, Type.SetOfWords _ -> Optional.empty();
    };
  }

  /** The values of known facts, and what is worked out of them, stand for constants, too. */
  private Stream<Twin.Value> known() {
    Stream<Twin.Value> facts =
        mentions.facts.stream()
            .filter(f -> !(f.type() instanceof Type.Truth) && !(f.type() instanceof Type.SetOf))
            .filter(f -> !(f.type() instanceof Type.SetOfWords))
            .flatMap(f -> twin.value(f).stream());
    return Stream.concat(facts, mentions.worked.stream().flatMap(t -> twin.value(t).stream()));
  }

  private List<Twin.Value> numbers(Fact fact, boolean counted) {
    Set<BigInteger> named = new HashSet<>(mentions.numbers);
    known()
        .forEach(v -> {
          if (v instanceof Twin.Value.Number(var count)) {
            named.add(count);
          }
        });
    named.addAll(limits(fact));
    // What is counted is never less than nothing.
    return around(named).stream()
        .filter(n -> !counted || n.signum() >= 0)
        .<Twin.Value>map(Twin.Value.Number::new)
        .toList();
  }

  private List<Twin.Value> days(Fact fact) {
    Set<BigInteger> named = new HashSet<>();
    mentions.days.forEach(d -> named.add(BigInteger.valueOf(d)));
    known()
        .forEach(v -> {
          if (v instanceof Twin.Value.Day(var date)) {
            named.add(BigInteger.valueOf(date.toEpochDay()));
          }
        });
    named.addAll(limits(fact));
    return around(named).stream()
        .<Twin.Value>map(d -> new Twin.Value.Day(LocalDate.ofEpochDay(d.longValueExact())))
        .toList();
  }

  /** Where the two sides of a comparison meet, as the one goes up or down with the fact. */
  private Set<BigInteger> limits(Fact fact) {
    Set<BigInteger> limits = new HashSet<>();
    for (Term term : reckoned) {
      if (Mentions.reckoned(term).contains(fact)) {
        for (BigInteger sign : List.of(BigInteger.ONE, BigInteger.ONE.negate())) {
          meeting(term, fact, BigInteger.ZERO, sign)
              .flatMap(near -> meeting(term, fact, near, sign))
              .ifPresent(at -> {
                // Months are of several lengths.
                int by = fact.type() instanceof Type.Date ? MONTHS_DIFFER : 0;
                for (int i = -by; i <= by; i++) {
                  limits.add(at.add(BigInteger.valueOf(i)));
                }
              });
        }
      }
    }
    return limits;
  }

  private Optional<BigInteger> meeting(Term term, Fact fact, BigInteger at, BigInteger sign) {
    Twin.Value value =
        fact.type() instanceof Type.Date
            ? new Twin.Value.Day(LocalDate.ofEpochDay(at.longValueExact()))
            : new Twin.Value.Number(at);
    Twin then = twin.filled(new Twin.Filled(Map.of(fact, value), Map.of()));
    List<Term> sides = term.parts();
    return then.value(sides.getFirst())
        .map(Domains::count)
        .flatMap(one ->
            then.value(sides.getLast())
                .map(Domains::count)
                .map(other -> at.subtract(one.subtract(other).multiply(sign))));
  }

  private static BigInteger count(Twin.Value value) {
    return switch (value) {
      case Twin.Value.Number(var count) -> count;
      case Twin.Value.Day(var date) -> BigInteger.valueOf(date.toEpochDay());
      case Twin.Value.Length(_, var amount) -> BigInteger.valueOf(amount);
      default -> throw new IllegalArgumentException("not along a line: " + value);
    };
  }

  private Collection<BigInteger> around(Set<BigInteger> named) {
    Set<BigInteger> around = new TreeSet<>(named);
    around.add(BigInteger.ZERO);
    for (BigInteger each : List.copyOf(around)) {
      for (int i = 1; i <= many; i++) {
        around.add(each.add(BigInteger.valueOf(i)));
        around.add(each.subtract(BigInteger.valueOf(i)));
      }
    }
    return around;
  }

  private List<Twin.Value> texts() {
    Set<Twin.Value> texts = new HashSet<>();
    mentions.texts.forEach(t -> texts.add(new Twin.Value.Words(t)));
    known().filter(v -> v instanceof Twin.Value.Words).forEach(texts::add);
    for (int i = 0; i < many; i++) {
      texts.add(new Twin.Value.Words("a text that nobody names " + i));
    }
    return List.copyOf(texts);
  }

  /** Within what is stated; in a tree also in none of the members listed below another. */
  private List<Twin.Value> members(Fact fact, Kind kind) {
    Optional<Kind.Member> stated = twin.value(fact).map(v -> ((Twin.Value.Of) v).member());
    List<Twin.Value> members = new ArrayList<>();
    for (Kind.Member each : kind.members()) {
      if (stated.isPresent() && !Twin.isAtOrBelow(each, stated.get())) {
        continue;
      }
      if (each.last() == each.index()) {
        members.add(new Twin.Value.Of(kind, each));
      }
      for (int i = 1; each.last() > each.index() && i <= many; i++) {
        members.add(new Twin.Value.Of(kind, each, i));
      }
    }
    return members;
  }

  private static Optional<List<Twin.Value>> sets(Kind kind) {
    int size = kind.members().size();
    if (size > MOST_MEMBERS || kind.shape() == Kind.Shape.TREE) {
      return Optional.empty();
    }
    List<Twin.Value> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << size; bits++) {
      Set<Kind.Member> members = new HashSet<>();
      for (Kind.Member each : kind.members()) {
        if ((bits >> each.index() & 1) == 1) {
          members.add(each);
        }
      }
      sets.add(new Twin.Value.Several(members));
    }
    return Optional.of(sets);
  }
}

package org.hefu.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;

/** Finds the conditions that look at one slot. */
final class Tests {
  /** A definition may stand for another, and that for another, so often. */
  private static final int DEEPEST = 16;

  /** In a tree, the members above one are ranges of their own. */
  private static final int HIGHEST = 64;

  private final IntPredicate isStated;
  private final Map<Integer, Optional<Test>> definitions = new HashMap<>();
  private final Map<Test, Test> given = new HashMap<>();
  private int depth;

  /**
   * @param isStated of a slot: does it hold what the flow states, whatever the policy says?
   */
  Tests(IntPredicate isStated) {
    this.isStated = isStated;
  }

  /** Empty if the condition looks at several slots, or at one in another way. */
  Optional<Test> of(Term term) {
    return switch (term) {
      case Term.Or(_, var parts) -> joined(parts, false);
      case Term.And(_, var parts) -> joined(parts, true);
      case Term.Not(_, var part) -> of(part).map(Test::not);
      case Term.Less(_, var left, var right, var orEqual) -> less(left, right, orEqual);
      case Term.Same(_, var left, var right) ->
          right instanceof Term.Constant constant
              ? same(left, constant)
              : left instanceof Term.Constant constant ? same(right, constant) : Optional.empty();
      case Term.Within(_, var value, var kind, var members) ->
          slot(value).flatMap(slot -> within(slot, kind, members));
      case Term.OneOf(_, var value, var values) -> slot(value).flatMap(slot -> oneOf(slot, values));
      case Term.Known(_, var fact) -> Optional.of(known(fact));
      case Term.Matches(_, var match) -> Optional.of(Test.truth(match.slot()));
      case Term.InStore(_, var stored) -> Optional.of(Test.truth(stored.covered()));
      case Term.Stated(_, var fact) -> Optional.of(Test.truth(fact.slot()));
      case Term.Derived(_, var definition) -> Optional.of(derived(definition));
      case Term.InForce(_, var instrument) -> Optional.of(Test.truth(instrument.slot()));
      case Term.Constant(_, _, var value) -> Optional.of(Test.constant(value));
      case Term.Open(_, var question) ->
          Optional.of(question.slot() < 0 ? Test.constant(Row.MAYBE) : Test.truth(question.slot()));
      case Term.Has _, Term.Sum _, Term.Total _, Term.Moved _, Term.Days _, Term.Faulty _ ->
          Optional.empty();
    };
  }

  /** The one that was given first of all that say the same. */
  Test once(Test test) {
    Test before = given.putIfAbsent(test, test);
    return before == null ? test : before;
  }

  /** Does the slot hold what the flow states, whatever the policy says? */
  boolean isStated(int slot) {
    return isStated.test(slot);
  }

  /** Does the test look at nothing but what the flow states? */
  boolean isOfStated(Test test) {
    return test.slot() != Test.NONE && isStated.test(test.slot());
  }

  boolean areOfStated(List<Test> line) {
    for (Test each : line) {
      if (!isOfStated(each)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Test> joined(List<Term> parts, boolean all) {
    Test joint = Test.constant(all ? Row.TRUE : Row.FALSE);
    for (Term part : parts) {
      Optional<Test> test = of(part);
      if (test.isEmpty() || !joint.looksAtTheSame(test.get()) || joint.ranges() > Test.MOST) {
        return Optional.empty();
      }
      joint = all ? joint.and(test.get()) : joint.or(test.get());
    }
    return Optional.of(joint);
  }

  /** Of a definition that says no more than a test of what is stated, that test. */
  private Test derived(Definition definition) {
    Optional<Test> known = definitions.get(definition.slot());
    if (known == null) {
      if (depth == DEEPEST) {
        return Test.truth(definition.slot());
      }
      depth++;
      known = of(definition.body()).filter(this::isOfStated);
      depth--;
      definitions.put(definition.slot(), known);
    }
    return known.orElseGet(() -> Test.truth(definition.slot()));
  }

  /** The slot in which a value stands that is worked out nowhere else. */
  private static Optional<Integer> slot(Term value) {
    return switch (value) {
      case Term.Stated(_, var fact) -> Optional.of(fact.slot());
      case Term.Derived(_, var definition) -> Optional.of(definition.slot());
      default -> Optional.empty();
    };
  }

  private static Optional<Test> less(Term left, Term right, boolean orEqual) {
    if (right instanceof Term.Constant(_, _, var limit) && isWithinBounds(limit)) {
      long end = orEqual ? limit + 1 : limit;
      return slot(left).map(slot -> Test.below(slot, end));
    }
    if (left instanceof Term.Constant(_, _, var limit) && isWithinBounds(limit)) {
      long first = orEqual ? limit : limit + 1;
      return slot(right).map(slot -> Test.from(slot, first));
    }
    return Optional.empty();
  }

  private static boolean isWithinBounds(long limit) {
    return limit > Long.MIN_VALUE + 1 && limit < Long.MAX_VALUE - 1;
  }

  private static Optional<Test> same(Term value, Term.Constant constant) {
    long sought = constant.value();
    if (constant.type() instanceof Type.Truth) {
      Optional<Test> test = slot(value).map(Test::truth);
      return sought == Row.TRUE
          ? test
          : sought == Row.FALSE ? test.map(Test::not) : Optional.empty();
    }
    if (!isWithinBounds(sought)) {
      return Optional.empty();
    }
    if (constant.type() instanceof Type.Of(var kind) && kind.shape() == Kind.Shape.TREE) {
      return slot(value).flatMap(slot -> sameInTree(slot, kind, kind.member((int) sought)));
    }
    return slot(value).map(slot -> Test.between(slot, sought, sought + 1, Row.TRUE));
  }

  private static Optional<Test> sameInTree(int slot, Kind kind, Kind.Member member) {
    int exactly = Kind.isDivided(member) ? Row.MAYBE : Row.TRUE;
    // What lies within it and in nothing listed below it may be the member itself.
    return inTree(slot, kind, member, exactly, Row.MAYBE);
  }

  private static Optional<Test> within(int slot, Kind kind, List<Kind.Member> members) {
    int size = kind.members().size();
    if (size <= Test.MOST / 2) {
      return Optional.of(Test.of(slot, within(kind, members), size));
    }
    if (members.size() > HIGHEST) {
      return Optional.empty();
    }
    Test joint = Test.never(slot);
    for (Kind.Member member : members) {
      Optional<Test> test = inTree(slot, kind, member, Row.TRUE, Row.TRUE);
      if (test.isEmpty() || joint.ranges() > Test.MOST) {
        return Optional.empty();
      }
      joint = joint.or(test.get());
    }
    return Optional.of(joint);
  }

  /** For each member, and then for what lies within each and in nothing listed below it. */
  private static byte[] within(Kind kind, List<Kind.Member> members) {
    int size = kind.members().size();
    boolean isTree = kind.shape() == Kind.Shape.TREE;
    byte[] truths = new byte[isTree ? 2 * size : size];
    for (Kind.Member member : members) {
      for (int at = member.parent(); at >= 0; at = kind.member(at).parent()) {
        truths[at] = (byte) Math.max(truths[at], Row.MAYBE);
      }
      Arrays.fill(truths, member.index(), member.last() + 1, (byte) Row.TRUE);
      if (isTree) {
        Arrays.fill(truths, size + member.index(), size + member.last() + 1, (byte) Row.TRUE);
      }
    }
    return truths;
  }

  /**
   * Unknown above the member.
   *
   * @param below the truth of the member and those below it
   * @param elsewhere the truth of what lies within it or one of those, and in none listed below
   */
  private static Optional<Test> inTree(
      int slot, Kind kind, Kind.Member member, int below, int elsewhere) {
    Test test = Test.between(slot, member.index(), member.last() + 1L, below);
    if (kind.shape() != Kind.Shape.TREE) {
      return Optional.of(test);
    }
    int height = 0;
    for (int at = member.parent(); at >= 0; at = kind.member(at).parent()) {
      if (height++ == HIGHEST) {
        return Optional.empty();
      }
    }
    for (int at = member.parent(); at >= 0; at = kind.member(at).parent()) {
      test = test.or(Test.between(slot, at, at + 1L, Row.MAYBE));
    }
    long first = kind.elsewhere(member);
    long end = first + member.last() - member.index() + 1;
    return Optional.of(
        test.or(Test.between(slot, first, end, elsewhere)).unusualFrom(kind.members().size()));
  }

  private static Optional<Test> oneOf(int slot, List<Long> values) {
    if (values.size() > Test.MOST / 2) {
      return Optional.empty();
    }
    Test joint = Test.never(slot);
    for (long value : values) {
      if (!isWithinBounds(value)) {
        return Optional.empty();
      }
      joint = joint.or(Test.between(slot, value, value + 1, Row.TRUE));
    }
    return Optional.of(joint);
  }

  private static Test known(Fact fact) {
    return Test.known(fact.slot(), Row.unknown(fact.type()));
  }
}

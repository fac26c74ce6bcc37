package org.hefu.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Type;

/**
 * Sets of members of one kind, by number, each once, and whether what a flow states lies within.
 */
final class MemberSets {
  private final Kind kind;
  private final int slot;

  /** How many slots a set has; of one member none. */
  private final int width;

  private final Map<List<Kind.Member>, Integer> numbers = new HashMap<>();
  private final List<List<Kind.Member>> sets = new ArrayList<>();

  /** For each set, one member after the other: does it lie within it? */
  private byte[] truths;

  private final int members;

  /** Of the kind of a fact. */
  MemberSets(Fact fact) {
    this.slot = fact.slot();
    this.width = fact.type() instanceof Type.SetOf ? fact.width() : 0;
    this.kind =
        switch (fact.type()) {
          case Type.Of(var of) -> of;
          case Type.SetOf(var of) -> of;
          default -> throw new IllegalStateException("no kind: " + fact);
        };
    this.members = kind.members().size();
    this.truths = new byte[16 * members];
  }

  Kind kind() {
    return kind;
  }

  int add(List<Kind.Member> members) {
    Integer known = numbers.get(members);
    if (known != null) {
      return known;
    }
    int number = sets.size();
    numbers.put(members, number);
    sets.add(members);
    if (sets.size() * this.members > truths.length) {
      truths = Arrays.copyOf(truths, truths.length * 2);
    }
    System.arraycopy(truths(members), 0, truths, number * this.members, this.members);
    return number;
  }

  List<Kind.Member> get(int number) {
    return sets.get(number);
  }

  private byte[] truths(List<Kind.Member> members) {
    byte[] truths = new byte[kind.members().size()];
    for (Kind.Member each : kind.members()) {
      boolean within = members.stream().anyMatch(m -> m.holds(each));
      boolean above = members.stream().anyMatch(each::holds);
      truths[each.index()] = (byte) (within ? Row.TRUE : above ? Row.MAYBE : Row.FALSE);
    }
    return truths;
  }

  /** The truth of "what the flow states lies within the set"; of a set, all of it. */
  int truth(int number, long[] row) {
    long value = row[slot];
    if (value == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    int first = number * members;
    return width > 0 ? all(first, row) : one(first, value);
  }

  private int one(int first, long value) {
    if (value < members) {
      return truths[first + (int) value];
    }
    // Within a member, but within none of those listed below it.
    return truths[first + (int) value - members] == Row.TRUE ? Row.TRUE : Row.FALSE;
  }

  private int all(int first, long[] row) {
    int least = Row.TRUE;
    for (int i = 0; i < width; i++) {
      for (long left = row[slot + i]; left != 0; left &= left - 1) {
        int member = i * Row.BITS + Long.numberOfTrailingZeros(left);
        least = Math.min(least, truths[first + member]);
      }
    }
    return least;
  }
}

package org.hefu.seek;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.engine.Trials;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.text.Bilingual;

/** For an open set, sets that stand for all it could be. */
final class Sets {
  /** Combinations of more members than this are not gone through. */
  private static final int MOST = 8;

  private final Fact fact;
  private final Kind kind;
  private final List<Kind.Member> asked;

  /** What the flow states of the set: members that lie too high to say, and the others. */
  private final List<Kind.Member> broad = new ArrayList<>();

  private final List<Kind.Member> precise = new ArrayList<>();
  private final boolean unknown;

  Sets(Trials trials, Fact fact, Kind kind, List<Term> atoms) {
    this.fact = fact;
    this.kind = kind;
    this.asked = atoms.stream().map(a -> ((Term.Has) a).member()).distinct().toList();
    this.unknown = trials.isUnknown(fact);
    if (!unknown) {
      for (Kind.Member member : Facts.members(fact, kind, trials.row())) {
        (Kind.isDivided(member) ? broad : precise).add(member);
      }
    }
  }

  /** Empty where there would be too many. */
  Optional<List<Cell>> cells() {
    List<Kind.Member> candidates = candidates();
    if (candidates.size() > MOST) {
      return Optional.empty();
    }
    Map<BitSet, Cell> cells = new LinkedHashMap<>();
    for (int chosen = 0; chosen < 1 << candidates.size(); chosen++) {
      List<Kind.Member> set = new ArrayList<>(precise);
      for (int i = 0; i < candidates.size(); i++) {
        if ((chosen >> i & 1) != 0) {
          set.add(candidates.get(i));
        }
      }
      if (broad.stream().allMatch(b -> set.stream().anyMatch(b::holds))) {
        cells.putIfAbsent(met(set), new Cell(said(set), slots(set)));
      }
    }
    return Optional.of(List.copyOf(cells.values()));
  }

  /**
   * One member for each way of meeting what is asked of the set and lies within what is stated. One
   * with others below it stands for what lies there and is not listed, where no listed one does; it
   * is then too broad to deny those, which is safe.
   */
  private List<Kind.Member> candidates() {
    Map<BitSet, Kind.Member> candidates = new LinkedHashMap<>();
    for (boolean divided : new boolean[] {false, true}) {
      for (Kind.Member member : kind.members()) {
        boolean possible = unknown || broad.stream().anyMatch(b -> b.holds(member));
        if (Kind.isDivided(member) == divided && possible) {
          BitSet met = met(List.of(member));
          for (int i = 0; i < broad.size(); i++) {
            met.set(asked.size() + i, broad.get(i).holds(member));
          }
          // What meets nothing adds nothing.
          if (!met.isEmpty()) {
            candidates.putIfAbsent(met, member);
          }
        }
      }
    }
    return List.copyOf(candidates.values());
  }

  private BitSet met(List<Kind.Member> set) {
    BitSet met = new BitSet(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      met.set(i, set.stream().anyMatch(asked.get(i)::holds));
    }
    return met;
  }

  private long[] slots(List<Kind.Member> set) {
    long[] slots = new long[fact.width()];
    for (Kind.Member member : set) {
      slots[member.index() / Row.BITS] |= 1L << (member.index() % Row.BITS);
    }
    return slots;
  }

  private Bilingual said(List<Kind.Member> set) {
    List<Bilingual> has =
        asked.stream()
            .filter(a -> set.stream().anyMatch(a::holds))
            .map(a -> a.names().label())
            .toList();
    return has.isEmpty()
        ? Said.say("has-none", Said.list(asked.stream().map(a -> a.names().label()).toList()))
        : Said.say("has", Said.list(has));
  }
}

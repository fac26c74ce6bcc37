package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts matters together that hang on much the same, so that it is asked for once; but no more than
 * tell few flows apart, since each flow would need its own way through a tree of all.
 */
final class Grouping {
  /** On so many different things the matters of a group may hang, by flow. */
  private static final int MOST = 60;

  /** More matters than this that are not for all flows the same take too long. */
  private static final int MATTERS = 1000;

  private final List<Matter> matters;

  /** For each matter, on what it hangs, and the number of that. */
  private final List<Map<Map<Point, Ratio.Range>, Integer>> ratios = new ArrayList<>();

  /** For each matter and flow, the number of that on which it hangs. */
  private final List<List<Integer>> which = new ArrayList<>();

  private final Map<Point, Integer> points = new HashMap<>();

  Grouping(List<Matter> matters) {
    this.matters = matters;
    for (int i = 0; i < matters.size(); i++) {
      ratios.add(new HashMap<>());
      which.add(new ArrayList<>());
    }
  }

  /** Looks at a flow. */
  void look(Reasoning flow) {
    for (int i = 0; i < matters.size(); i++) {
      Ratio ratio = new Ratio();
      matters.get(i).of(flow, ratio);
      Map<Map<Point, Ratio.Range>, Integer> known = ratios.get(i);
      which.get(i).add(known.computeIfAbsent(ratio.ranges(), _ -> known.size()));
    }
  }

  /** Some matters. */
  private static final class Group {
    private final List<Matter> matters;

    /** For each flow, the number of that on which they hang. */
    private final int[] which;

    /** The points of each of these. */
    private final List<BitSet> points;

    /** How many points they ask for, of all flows together. */
    private final long asked;

    private Group(List<Matter> matters, int[] which, List<BitSet> points) {
      this.matters = matters;
      this.which = which;
      this.points = points;
      this.asked = Arrays.stream(which).mapToLong(w -> points.get(w).cardinality()).sum();
    }

    /** Both; none where that would tell too many flows apart. */
    private Optional<Group> with(Group other) {
      int[] numbers = new int[points.size() * other.points.size()];
      int[] both = new int[which.length];
      List<BitSet> joined = new ArrayList<>();
      for (int flow = 0; flow < which.length; flow++) {
        int at = which[flow] * other.points.size() + other.which[flow];
        if (numbers[at] == 0) {
          BitSet all = (BitSet) points.get(which[flow]).clone();
          all.or(other.points.get(other.which[flow]));
          joined.add(all);
          numbers[at] = joined.size();
          if (joined.size() > MOST) {
            return Optional.empty();
          }
        }
        both[flow] = numbers[at] - 1;
      }
      List<Matter> all = new ArrayList<>(matters);
      all.addAll(other.matters);
      return Optional.of(new Group(all, both, joined));
    }
  }

  /** Two groups, and how many points they would spare together. */
  private record Pair(Group one, Group other, long spared) {
    private boolean has(Group group) {
      return one == group || other == group;
    }
  }

  /**
   * The groups, the smallest first; none where there are too many matters. Always: flows were
   * looked at.
   */
  List<List<Matter>> groups() {
    List<Group> open = new ArrayList<>();
    Optional<Group> same = Optional.empty();
    for (int i = 0; i < matters.size(); i++) {
      Group one = group(i);
      if (one.points.size() > 1) {
        open.add(one);
      } else {
        same = same.isEmpty() ? Optional.of(one) : same.get().with(one);
      }
    }
    if (open.size() > MATTERS) {
      return List.of();
    }
    same.ifPresent(open::add);
    return joined(open).stream()
        .sorted(Comparator.comparingLong(g -> g.asked * g.points.size()))
        .map(g -> g.matters)
        .toList();
  }

  private Group group(int matter) {
    List<BitSet> of = new ArrayList<>();
    ratios.get(matter).entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> of.add(bits(e.getKey().keySet())));
    int[] flows = which.get(matter).stream().mapToInt(Integer::intValue).toArray();
    return new Group(List.of(matters.get(matter)), flows, of);
  }

  private BitSet bits(Collection<Point> some) {
    BitSet bits = new BitSet();
    some.forEach(p -> bits.set(points.computeIfAbsent(p, _ -> points.size())));
    return bits;
  }

  /** Joins the two that spare most, again and again. */
  private static List<Group> joined(List<Group> groups) {
    List<Group> open = new ArrayList<>(groups);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      pairs.addAll(pairs(open.get(i), open.subList(0, i)));
    }
    while (!pairs.isEmpty()) {
      Pair most = pairs.getFirst();
      for (Pair each : pairs) {
        most = each.spared() > most.spared() ? each : most;
      }
      Group one = most.one;
      Group other = most.other;
      Group both = one.with(other).orElseThrow();
      open.removeIf(g -> g == one || g == other);
      pairs.removeIf(p -> p.has(one) || p.has(other));
      pairs.addAll(pairs(both, open));
      open.add(both);
    }
    return open;
  }

  private static List<Pair> pairs(Group one, List<Group> others) {
    List<Pair> pairs = new ArrayList<>();
    for (Group other : others) {
      one.with(other)
          .map(both -> new Pair(one, other, one.asked + other.asked - both.asked))
          .filter(p -> p.spared > 0)
          .ifPresent(pairs::add);
    }
    return pairs;
  }
}

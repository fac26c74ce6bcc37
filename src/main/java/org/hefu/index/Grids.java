package org.hefu.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.hefu.index.Grid.Asked;

/** Chooses which slots have a grid, and which of them have one together. */
final class Grids {
  private static final int MOST_AXES = 64;

  /** From how many entries on looking a slot up costs less than asking them. */
  private static final int FEW = 4;

  /** The same where the slot must be worked out first. */
  private static final int FEW_WORKED_OUT = 16;

  /** And one more for so many words of bits. */
  private static final int WORDS = 3;

  /** Slots that are asked about together have one grid, up to so many words: 1 MB. */
  private static final int LARGEST = 1 << 17;

  /** Other slots share one as long as it stays in the fastest memory, or has few rows. */
  private static final int SMALL = 1 << 10;

  private static final int FEW_ROWS = 96;

  /** Or some more, up to so many words: most of them no flow ever meets. */
  private static final int SOME_ROWS = 400;

  private static final int SOME_WORDS = 1 << 16;

  /** So many classes an axis has if need be, and more up to so many words. */
  private static final int CLASSES = 64;

  private static final int CLASS_WORDS = 1 << 13;

  /** So many has one that nothing is asked together with, up to as many words as are joined. */
  private static final int ALONE_CLASSES = 512;

  private final IntPredicate isStated;
  private final int words;

  /** For each slot that has an axis, what it is joined with. */
  private final Map<Integer, Group> groups = new TreeMap<>();

  /** Axes with one grid. */
  private static final class Group {
    private final List<Axis> axes = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    private long rows() {
      return axes.stream().mapToLong(Axis::classes).reduce(1, (a, b) -> a * b);
    }
  }

  /** A grid, and what entries ask of it. */
  record Filled(Grid grid, List<Asked> asked) {}

  Grids(IntPredicate isStated, int words) {
    this.isStated = isStated;
    this.words = words;
  }

  /** The grids for these; what is asked of none of them is left out. */
  List<Filled> of(List<Asked> all) {
    axes(all);
    join(all);
    for (Asked each : all) {
      Group group = groups.get(each.line().getFirst().slot());
      if (group != null && areAllIn(group, each.line())) {
        group.asked.add(each);
      }
    }
    List<Group> grids = new ArrayList<>(groups.values().stream().distinct().toList());
    grids.removeIf(g -> g.asked.isEmpty());
    pack(grids);
    grids.sort(Comparator.comparingInt(g -> -g.asked.size()));
    return grids.stream().map(g -> new Filled(new Grid(g.axes), g.asked)).toList();
  }

  private boolean areAllIn(Group group, List<Test> line) {
    for (int i = 1; i < line.size(); i++) {
      if (groups.get(line.get(i).slot()) != group) {
        return false;
      }
    }
    return true;
  }

  private void axes(List<Asked> all) {
    Map<Integer, List<Test>> asked = new HashMap<>();
    for (Asked each : all) {
      for (Test test : each.line()) {
        asked.computeIfAbsent(test.slot(), _ -> new ArrayList<>()).add(test);
      }
    }
    asked.entrySet().removeIf(e -> e.getValue().size() < few(isStated.test(e.getKey())));
    Set<Integer> joined =
        all.stream()
            .filter(a -> a.line().size() > 1)
            .flatMap(a -> a.line().stream().map(Test::slot))
            .collect(Collectors.toSet());
    asked.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, List<Test>>>comparingInt(e -> -e.getValue().size())
                .thenComparingInt(Map.Entry::getKey))
        .limit(MOST_AXES)
        .forEach(e -> {
          Group group = new Group();
          group.axes.add(Axis.of(e.getKey(), e.getValue(), most(joined.contains(e.getKey()))));
          groups.put(e.getKey(), group);
        });
  }

  /** So many classes at most. */
  private int most(boolean isJoined) {
    int some = Math.max(CLASSES, CLASS_WORDS / words);
    return isJoined ? some : Math.max(some, Math.min(ALONE_CLASSES, LARGEST / words));
  }

  private int few(boolean isStated) {
    return (isStated ? FEW : FEW_WORKED_OUT) + words / WORDS;
  }

  /** Joins the slots of which one condition asks, what is asked most often first. */
  private void join(List<Asked> all) {
    Map<Set<Integer>, Integer> together = new LinkedHashMap<>();
    for (Asked each : all) {
      if (each.line().size() > 1) {
        Set<Integer> slots = new TreeSet<>();
        for (Test test : each.line()) {
          slots.add(test.slot());
        }
        if (groups.keySet().containsAll(slots)) {
          together.merge(slots, 1, Integer::sum);
        }
      }
    }
    together.entrySet().stream()
        .filter(e -> e.getValue() >= few(true))
        .sorted(Comparator.comparingInt(e -> -e.getValue()))
        .forEach(e -> {
          List<Group> apart = e.getKey().stream().map(groups::get).distinct().toList();
          if (apart.stream().mapToLong(Group::rows).reduce(1, Grids::times) * words <= LARGEST) {
            apart.forEach(g -> merge(apart.getFirst(), g));
          }
        });
  }

  private static long times(long one, long other) {
    return Math.min(LARGEST + 1L, one * other);
  }

  private void merge(Group into, Group other) {
    if (into != other) {
      into.axes.addAll(other.axes);
      into.asked.addAll(other.asked);
      other.axes.forEach(a -> groups.put(a.slot(), into));
    }
  }

  /** Puts the smallest together, since each grid more is one more row to look at. */
  private void pack(List<Group> grids) {
    int some = Math.min(SOME_ROWS, SOME_WORDS / words);
    long most = Math.max(Math.max(FEW_ROWS, some), SMALL / words);
    while (grids.size() > 1) {
      grids.sort(Comparator.comparingLong(Group::rows));
      if (times(grids.get(0).rows(), grids.get(1).rows()) > most) {
        return;
      }
      merge(grids.get(0), grids.remove(1));
    }
  }

  /** The slots of these grids, in order. */
  static int[] slots(List<Filled> grids) {
    return grids.stream()
        .flatMap(g -> Arrays.stream(g.grid().axes()))
        .mapToInt(Axis::slot)
        .sorted()
        .toArray();
  }
}

package org.hefu.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hefu.code.Tree;
import org.hefu.code.Writable;
import org.hefu.code.Writing;
import org.jspecify.annotations.Nullable;

/**
 * Puts flows that have been decided into a tree of questions. What comes first is asked for by most
 * of them; where nothing more can matter, what is told stands. Where the flows before a question
 * have answered it alike but others have not, one of them is taken as if it had, too.
 */
final class GrowTree {
  /** More questions than this one behind the other are not worth it. */
  private static final int DEEPEST = 200;

  /** So many flows at most are thought of that nobody has asked, for each of so many questions. */
  private static final int THOUGHT_OF = 4;

  private static final int FOR_QUESTIONS = 10;

  /** Of those, none that are less likely than that, in flows that have been asked. */
  private static final double LEAST = 0.03;

  /** So many are tried to be like before one is given up. */
  private static final int FEW = 4;

  private static final Tree.Leaf NONE = new Tree.Leaf(Tree.NONE);

  private final Lower lower;
  private final List<Case> all;
  private final int most;

  /** So many flows at most are thought of. */
  private final int thoughts;

  private final Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
  private int thoughtOf;

  /**
   * @param most so many questions at most
   * @param isThinking are flows thought of that nobody has asked?
   */
  GrowTree(Lower lower, List<Case> all, int most, boolean isThinking) {
    this.lower = lower;
    this.all = all;
    this.most = most;
    this.thoughts = isThinking ? THOUGHT_OF * most / FOR_QUESTIONS : 0;
  }

  /** Flows that have been answered alike. */
  private static final class Part {
    private final Ratio.Range range;
    private final List<Case> cases;

    /** How many of those that have been asked they stand for. */
    private final double weight;

    private Part(Ratio.Range range, List<Case> cases, double weight) {
      this.range = range;
      this.cases = cases;
      this.weight = weight;
    }
  }

  /** A place in the tree. */
  private static final class Place {
    private final Part part;
    private final Map<Point, Ratio.Range> known;
    private final int depth;

    /** What is asked here; nothing as long as it is none. */
    private @Nullable Point point;

    private final List<Place> next = new ArrayList<>();

    /** How many flows it stands for, for each question that is still to be asked of them. */
    private final double promise;

    private Place(Part part, Map<Point, Ratio.Range> known, int depth) {
      long asked = part.cases.isEmpty() ? 0 : part.cases.getFirst().ratio().unknown(known);
      this.promise = part.weight / (asked + 1);
      this.part = part;
      this.known = known;
      this.depth = depth;
    }

    /** What is told of all flows that come here; none where that is not known yet. */
    private Optional<List<Integer>> told() {
      return part.cases.stream().filter(c -> c.ratio().follows(known)).findFirst().map(Case::told);
    }
  }

  /**
   * What comes of it.
   *
   * @param tree its leaves are numbers, another for whatever else is told, or {@link Tree#NONE}
   * @param numbers how many there are
   * @param questions how many there are
   */
  record Grown(Tree tree, int numbers, int questions) {
    /** Does it tell of a flow? */
    boolean tells(Case flow) {
      Tree at = tree;
      while (at instanceof Tree.Fork fork) {
        at = fork.asked() instanceof Asking(var point, _) ? fork.at(flow.value(point)) : NONE;
      }
      return !NONE.equals(at);
    }
  }

  Grown grow() {
    Place root = new Place(new Part(Ratio.Range.ALL, all, all.size()), Map.of(), 0);
    PriorityQueue<Place> open = new PriorityQueue<>(Comparator.comparingDouble(p -> -p.promise));
    open.add(root);
    int forks = 0;
    while (forks < most && !open.isEmpty()) {
      Place place = open.remove();
      if (place.depth < DEEPEST && !place.part.cases.isEmpty() && place.told().isEmpty()) {
        forks++;
        Point point = next(place.part.cases, place.known);
        place.point = point;
        for (Part each : parts(place.part, point, place.known)) {
          place.next.add(new Place(each, with(place.known, point, each.range), place.depth + 1));
        }
        open.addAll(place.next);
      }
    }
    Tree tree = tree(root);
    return new Grown(tree, numbers.size(), forks);
  }

  private Tree tree(Place place) {
    Point point = place.point;
    if (point == null) {
      return place
          .told()
          .map(t -> new Tree.Leaf(numbers.computeIfAbsent(t, _ -> numbers.size())))
          .orElse(NONE);
    }
    List<Tree.Branch> branches = new ArrayList<>();
    for (Place each : place.next) {
      Tree then = tree(each);
      if (!then.equals(NONE)) {
        Ratio.Range range = point.written(each.part.range);
        branches.add(new Tree.Branch(range.first(), range.last(), then));
      }
    }
    return branches.isEmpty() ? NONE : new Tree.Fork(new Asking(point, lower), branches);
  }

  /** What most of them hang on, and is not known yet. Always: something is. */
  private static Point next(List<Case> cases, Map<Point, Ratio.Range> known) {
    Map<Point, Integer> often = new LinkedHashMap<>();
    for (Case each : cases) {
      each.ratio()
          .ranges()
          .forEach((point, range) -> {
            if (!Ratio.isKnown(point, range, known)) {
              often.merge(point, 1, Integer::sum);
            }
          });
    }
    return often.entrySet().stream()
        .max(
            Map.Entry.<Point, Integer>comparingByValue()
                .thenComparingInt(e -> -e.getKey().weight()))
        .orElseThrow()
        .getKey();
  }

  /** The flows by what is answered, the likeliest first. */
  private List<Part> parts(Part part, Point point, Map<Point, Ratio.Range> known) {
    Ranges ranges = new Ranges(part.cases, point, known.getOrDefault(point, Ratio.Range.ALL));
    Map<Ratio.Range, List<Case>> mine = ranges.sorted(part.cases);
    List<Part> parts = new ArrayList<>();
    mine.forEach((range, cases) ->
        parts.add(new Part(range, cases, part.weight * cases.size() / part.cases.size())));
    if (point.slots().length > 0) {
      ranges
          .sorted(all)
          .forEach((range, others) -> {
            double weight = part.weight * others.size() / all.size();
            if (!mine.containsKey(range) && weight >= LEAST && thoughtOf < thoughts) {
              Map<Point, Ratio.Range> then = with(known, point, range);
              others.stream()
                  .limit(FEW)
                  .flatMap(o -> think(part.cases.getFirst(), o, point, then).stream())
                  .findFirst()
                  .ifPresent(c -> parts.add(new Part(range, List.of(c), weight)));
            }
          });
    }
    parts.sort(Comparator.comparingDouble(p -> -p.weight));
    return parts;
  }

  private Optional<Case> think(Case of, Case like, Point point, Map<Point, Ratio.Range> known) {
    thoughtOf++;
    return of.like(like, point, known);
  }

  private static Map<Point, Ratio.Range> with(
      Map<Point, Ratio.Range> known, Point point, Ratio.Range range) {
    Map<Point, Ratio.Range> more = new HashMap<>(known);
    more.put(point, range);
    return more;
  }

  /** The ranges of answers that some flows tell apart. */
  private static final class Ranges {
    private final Point point;

    /** By where they begin. */
    private final TreeMap<Long, Ratio.Range> ranges = new TreeMap<>();

    private Ranges(List<Case> cases, Point point, Ratio.Range within) {
      this.point = point;
      TreeSet<Long> starts = new TreeSet<>();
      starts.add(within.first());
      for (Case each : cases) {
        Ratio.Range range = each.ratio().range(point);
        if (range != null && within.has(range.first())) {
          starts.add(range.first());
        }
        if (range != null && within.has(range.last()) && range.last() < within.last()) {
          starts.add(range.last() + 1);
        }
      }
      long last = within.last();
      for (long start : starts.descendingSet()) {
        ranges.put(start, new Ratio.Range(start, last));
        last = start - 1;
      }
    }

    private Optional<Ratio.Range> of(long value) {
      return Optional.ofNullable(ranges.floorEntry(value))
          .map(Map.Entry::getValue)
          .filter(r -> r.has(value));
    }

    /** Those of some flows whose answers lie in one of these. */
    private Map<Ratio.Range, List<Case>> sorted(List<Case> cases) {
      Map<Ratio.Range, List<Case>> sorted = new LinkedHashMap<>();
      for (Case each : cases) {
        of(each.value(point))
            .ifPresent(r -> sorted.computeIfAbsent(r, _ -> new ArrayList<>()).add(each));
      }
      return sorted;
    }
  }

  /** Leaves the answer. */
  private record Asking(Point point, Lower lower) implements Writable {
    @Override
    public void write(Writing code) {
      point.write(code, lower);
    }

    @Override
    public int size() {
      return point.weight();
    }
  }
}

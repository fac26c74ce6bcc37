package org.hefu.engine;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hefu.code.Code;
import org.hefu.code.Tree;
import org.hefu.code.Written;
import org.hefu.fact.Facts;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of flows, for those that come after and are like them where it matters: code of
 * its own that asks of a flow only what that hangs on. It is made once many flows have been
 * decided, of some of these, and a few times again, each time of more. Threads may share it.
 *
 * @param <T> what is decided
 */
final class Precedents<T> {
  /** So often it is made, each time of twice as many flows. */
  private static final int TIMES = 4;

  /** So many questions are one tree at most, and twice as many several. */
  private static final int QUESTIONS = 10_000;

  /**
   * Before flows are thought of that nobody has asked, it must tell of one part in so many of those
   * of which it must tell at last; or it never will.
   */
  private static final int PROMISING = 8;

  /** So many flows are kept. */
  private static final int KEPT = 2048;

  private final Lazy<FindRatio> finder;
  private final Function<FindRatio, List<Matter>> matters;
  private final Supplier<Code> begun;
  private final boolean isWorth;
  private final Patience.Growing patience;

  /** Some of the flows that have been decided. */
  private final List<long[]> flows = new ArrayList<>();

  /** How many of them there were since it was made last. */
  private int looked;

  /** So many are needed to make it again. */
  private int wanted;

  /** How often it has been made, or tried. */
  private int times;

  private boolean isGrowing;
  private volatile @Nullable Grown<T> grown;

  /** What has been made, and what was decided of flows, by what the code comes to. */
  private record Grown<T>(Code.Made code, Known<T> known) {}

  /**
   * @param matters what is told of a flow: for whichever flows that is the same, the same is
   *     decided
   * @param begun code that holds the steps
   * @param isWorth can there be code at all?
   */
  Precedents(
      Lazy<FindRatio> finder,
      Function<FindRatio, List<Matter>> matters,
      Supplier<Code> begun,
      boolean isWorth,
      Patience.Growing patience) {
    this.finder = finder;
    this.matters = matters;
    this.begun = begun;
    this.isWorth = isWorth;
    this.patience = patience;
    this.wanted = patience.first();
  }

  /** For one thread. */
  Memory memory() {
    return new Memory();
  }

  private synchronized void look(long[] stated) {
    if (!isWorth || isGrowing || times == TIMES) {
      return;
    }
    if (flows.size() < KEPT) {
      flows.add(stated.clone());
    } else {
      flows.set(looked % KEPT, stated.clone());
    }
    looked++;
    if (looked >= wanted) {
      isGrowing = true;
      List<long[]> some = List.copyOf(flows);
      if (patience.isAside()) {
        Thread.ofPlatform().daemon().name("hefu-precedents").start(() -> grow(some));
      } else {
        grow(some);
      }
    }
  }

  private void grow(List<long[]> some) {
    FindRatio find = finder.get();
    List<Matters> groups = groups(find, some);
    boolean isPromising = grown != null || isPromising(find, groups, some);
    Optional<Grown<T>> made = isPromising ? make(find, groups, some) : Optional.empty();
    synchronized (this) {
      made.ifPresent(m -> grown = m);
      wanted = 2 * looked;
      looked = 0;
      times = isPromising ? times + 1 : TIMES;
      isGrowing = false;
      if (times == TIMES) {
        flows.clear();
      }
    }
  }

  /** Is nothing more made, unless flows turn out to be others? */
  synchronized boolean isDone() {
    return times == TIMES;
  }

  /** Flows are others than those of which it was made. */
  private synchronized void again() {
    if (times == TIMES) {
      times = 0;
      wanted = patience.first();
    }
  }

  /** Do flows have enough in common? To see that takes little of the time that it takes to grow. */
  private boolean isPromising(FindRatio find, List<Matters> groups, List<long[]> some) {
    Halves halves = new Halves(some);
    for (Matters each : groups) {
      halves.tell(
          some.stream().map(each::of).toList(),
          half -> new GrowTree(find.lower(), half, QUESTIONS, false).grow());
      if (!isEnough(PROMISING * halves.told(), halves.others())) {
        return false;
      }
    }
    return !groups.isEmpty();
  }

  /** None where it would tell too little of other flows, or be too much code. */
  private Optional<Grown<T>> make(FindRatio find, List<Matters> groups, List<long[]> some) {
    Halves halves = new Halves(some);
    Code code = begun.get();
    double numbers = 1;
    boolean isAsked = false;
    int left = groups.size() > 1 ? 2 * QUESTIONS : QUESTIONS;
    for (int i = 0; i < groups.size(); i++) {
      // What one leaves of all questions, those behind it may have, too.
      int most = left / (groups.size() - i);
      List<Optional<Case>> cases = some.stream().map(groups.get(i)::of).toList();
      if (grown == null) {
        halves.tell(cases, half -> new GrowTree(find.lower(), half, most, true).grow());
        if (!isEnough(halves.told(), halves.others())) {
          return Optional.empty();
        }
      }
      List<Case> all = cases.stream().flatMap(Optional::stream).toList();
      GrowTree.Grown each = new GrowTree(find.lower(), all, most, true).grow();
      if (each.tree() instanceof Tree.Fork tree) {
        isAsked = true;
        code.tree(tree, each.numbers());
      } else if (each.numbers() == 0) {
        return Optional.empty();
      }
      numbers *= each.numbers();
      left -= each.questions();
    }
    if (!isAsked || numbers > Known.MOST) {
      return Optional.empty();
    }
    Known<T> known = new Known<>(numbers);
    return code.made().map(m -> new Grown<>(m, known));
  }

  /** What is told together, of flows like these. */
  private List<Matters> groups(FindRatio find, List<long[]> some) {
    List<Matter> all = matters.apply(find);
    List<long[]> first = some.stream().limit(patience.first()).toList();
    // Once to see on what they hang, and then to have them hang on the same.
    Matters together = new Matters(find, all);
    find.learn(first.stream().flatMap(f -> together.of(f).stream()).map(Case::ratio).toList());
    if (all.size() == 1) {
      return List.of(together);
    }
    Grouping grouping = new Grouping(all);
    first.forEach(f -> grouping.look(new Reasoning(find, f)));
    return grouping.groups().stream().map(g -> new Matters(find, g)).toList();
  }

  /** Does what is made of one half of all flows tell of the other half? */
  private static final class Halves {
    /** Of all flows. */
    private final BitSet half = new BitSet();

    private final BitSet others = new BitSet();

    /** Of those others. */
    private final BitSet told;

    private Halves(List<long[]> flows) {
      Set<LongBuffer> seen = new HashSet<>();
      for (int i = 0; i < flows.size(); i++) {
        LongBuffer flow = LongBuffer.wrap(flows.get(i));
        if (seen.add(flow)) {
          (flow.hashCode() % 2 == 0 ? half : others).set(i);
        }
      }
      this.told = (BitSet) others.clone();
    }

    /** Leaves of those that are told those of which a tree of the half tells, too. */
    private void tell(List<Optional<Case>> flows, Function<List<Case>, GrowTree.Grown> grow) {
      GrowTree.Grown tree =
          grow.apply(half.stream().mapToObj(flows::get).flatMap(Optional::stream).toList());
      others.stream().filter(i -> flows.get(i).filter(tree::tells).isEmpty()).forEach(told::clear);
    }

    private long told() {
      return told.cardinality();
    }

    private long others() {
      return others.cardinality();
    }
  }

  private boolean isEnough(long told, long of) {
    return told * 100 >= of * patience.percent();
  }

  /** What one thread knows. */
  final class Memory {
    private static final long[] NOTHING = {};

    private @Nullable Grown<T> mine;

    /** None where it tells too little to be asked. */
    private @Nullable Written written;

    private Known<T> known = new Known<>(0);
    private long[] worked = NOTHING;

    /** What the code came to for a flow of which nothing like that had been decided. */
    private long open = Tree.NONE;

    /** After so many flows there is a pause. */
    private int left = isWorth ? patience.after() : 0;

    /** Of how many flows since the last pause nothing was told. */
    private int untold;

    private Memory() {}

    /** What was decided of flows like this; none if there was none. */
    @Nullable T of(Facts facts) {
      Written code = written;
      if (code == null) {
        return null;
      }
      if (worked.length > 0) {
        Arrays.fill(worked, Row.PENDING);
      }
      long number = code.trees(facts.stated(), worked, facts.small());
      T what = number == Tree.NONE ? null : known.of(number);
      if (what == null) {
        open = number;
        return null;
      }
      if (--left == 0) {
        pause(facts);
      }
      return what;
    }

    /** The flow that was asked for last was decided. */
    void decided(Facts facts, T what) {
      if (open == Tree.NONE) {
        untold++;
      } else {
        known.put(open, what);
        open = Tree.NONE;
      }
      if (--left == 0) {
        pause(facts);
      }
    }

    private void pause(Facts facts) {
      look(facts.stated());
      Grown<T> now = grown;
      if (now != null && now != mine) {
        mine = now;
        written = now.code.written();
        known = now.known;
        worked = new long[now.code.places()];
      } else if (written != null && !isEnough(patience.every() - untold, patience.every())) {
        written = null;
        open = Tree.NONE;
        again();
      }
      untold = 0;
      left = patience.every();
    }
  }
}

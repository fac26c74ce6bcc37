package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hefu.code.Code;
import org.hefu.code.Tree;
import org.hefu.code.Written;
import org.hefu.model.Outcome;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of flows that have been decided, for those that come after: code of its own that
 * asks of a flow only what its outcome hangs on. It is made once many flows have been decided, of
 * some of these, and a few times again, each time of more. Threads may share it.
 */
final class Precedents {
  /** So often it is made, each time of twice as many flows. */
  private static final int TIMES = 4;

  /** So many flows are kept. */
  private static final int KEPT = 2048;

  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Lazy<FindRatio> finder;
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
  private volatile Code.@Nullable Made made;

  /**
   * @param begun code that holds the steps
   * @param isWorth can there be code at all?
   */
  Precedents(
      Lazy<FindRatio> finder, Supplier<Code> begun, boolean isWorth, Patience.Growing patience) {
    this.finder = finder;
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
    Optional<Code.Made> grown = make(some);
    synchronized (this) {
      grown.ifPresent(m -> made = m);
      wanted = 2 * looked;
      looked = 0;
      times++;
      isGrowing = false;
      if (times == TIMES) {
        flows.clear();
      }
    }
  }

  /** Flows are others than those of which it was made. */
  private synchronized void again() {
    if (times == TIMES) {
      times = 0;
      wanted = patience.first();
    }
  }

  /** None where it would tell too little of other flows, or be too much code. */
  private Optional<Code.Made> make(List<long[]> some) {
    FindRatio find = finder.get();
    // Once to see on what outcomes hang, and then to have them hang on the same.
    find.learn(cases(find, some.stream().limit(patience.first())));
    List<Case> cases = cases(find, some.stream());
    if (!(grown(find, cases) instanceof Tree.Fork tree)
        || (made == null && !isWorth(find, cases))) {
      return Optional.empty();
    }
    Code code = begun.get();
    code.tree(tree);
    return code.made();
  }

  private static Tree grown(FindRatio find, List<Case> cases) {
    return new GrowTree(find.lower(), cases).tree();
  }

  /** Does what is made of one half of all flows tell of enough of the other half? */
  private boolean isWorth(FindRatio find, List<Case> cases) {
    List<Case> half = new ArrayList<>();
    List<Case> others = new ArrayList<>();
    Set<Case> seen = new HashSet<>();
    for (Case each : cases) {
      if (seen.add(each)) {
        (each.hashCode() % 2 == 0 ? half : others).add(each);
      }
    }
    Tree tree = grown(find, half);
    long told = others.stream().filter(o -> GrowTree.tells(tree, o)).count();
    return isEnough(told, others.size());
  }

  private boolean isEnough(long told, long of) {
    return told * 100 >= of * patience.percent();
  }

  private static List<Case> cases(FindRatio find, Stream<long[]> flows) {
    return flows.flatMap(f -> find.of(f, Map.of()).stream()).toList();
  }

  /** What one thread knows. */
  final class Memory {
    private static final long[] NOTHING = {};

    private Code.@Nullable Made mine;

    /** None where it tells too little to be asked. */
    private @Nullable Written written;

    private long[] worked = NOTHING;

    /** After so many flows there is a pause. */
    private int left = isWorth ? patience.after() : 0;

    /** Of how many flows since the last pause nothing was told. */
    private int untold;

    private Memory() {}

    /** The outcome of a flow like some that have been decided; none if there was none. */
    @Nullable Outcome of(long[] stated) {
      Written code = written;
      if (code == null) {
        return null;
      }
      if (worked.length > 0) {
        Arrays.fill(worked, Row.PENDING);
      }
      int outcome = code.tree(stated, worked);
      if (outcome == Tree.NONE) {
        return null;
      }
      if (--left == 0) {
        pause(stated);
      }
      return OUTCOMES[outcome];
    }

    /** A flow was decided of which nothing was told. */
    void decided(long[] stated) {
      untold++;
      if (--left == 0) {
        pause(stated);
      }
    }

    private void pause(long[] stated) {
      look(stated);
      Code.Made now = made;
      if (now != null && now != mine) {
        mine = now;
        written = now.written();
        worked = new long[now.places()];
      } else if (written != null && !isEnough(patience.every() - untold, patience.every())) {
        written = null;
        again();
      }
      untold = 0;
      left = patience.every();
    }
  }
}

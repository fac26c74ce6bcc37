package org.hefu.engine;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hefu.code.Code;
import org.hefu.fact.Facts;
import org.hefu.index.BitmapIndex;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outcome alone, of all texts in force, by asking an index which rules may apply, and
 * then only these. Threads may share it.
 */
final class Outcomes {
  /** Where more rules would defeat one the other, this does not go from one to the next. */
  private static final int DEEPEST = 100;

  /** Of more rules than this, precedents would ask too much. */
  private static final int MOST = 2000;

  final Verdict verdict;
  final Shelves shelves;
  private final AskNodes.Plan nodes;

  private final Precedents<Outcome> precedents;
  private final Precedents<Ruled> rulings;

  /** What finds the same by code; made once it is worth it. */
  private final Lazy<Supplier<Optional<Work>>> code;

  /** Of each pair of texts that could clash, the rules by which each could speak. */
  private final Shelves.Entries[] ones;

  private final Shelves.Entries[] others;

  /** Of these rules, those that permit or exempt: without one, texts do not clash. */
  private final Shelves.Entries allowing;

  private final boolean isTooDeep;

  /** Can it tell of all rules how they stand, and not only of those on which outcomes hang? */
  final boolean areReasoned;

  /**
   * @param asked which texts count, unless they are drafts
   * @param areReasoned whether to tell also how all rules stand
   */
  Outcomes(
      Policy policy,
      Verdict verdict,
      Clashes clashes,
      Predicate<Instrument> asked,
      boolean areReasoned,
      Patience.Growing growing) {
    this.areReasoned = areReasoned;
    Predicate<Instrument> counting = i -> !i.isDraft() && asked.test(i);
    this.verdict = verdict;
    Steps steps = new Steps(policy);
    List<List<int[]>> pairs =
        clashes.rules().stream()
            .filter(pair ->
                pair.stream()
                    .flatMapToInt(IntStream::of)
                    .allMatch(r -> counting.test(policy.rules().get(r).instrument())))
            .toList();
    int[] speaking =
        pairs.stream().flatMap(List::stream).flatMapToInt(IntStream::of).distinct().toArray();
    this.shelves =
        new Shelves(
            policy,
            steps,
            counting,
            areReasoned
                ? policy.rules().stream().filter(r -> counting.test(r.instrument())).toList()
                : IntStream.of(speaking).mapToObj(policy.rules()::get).toList());
    this.isTooDeep = depth(policy) > DEEPEST;
    this.nodes = new AskNodes.Plan(policy, shelves, verdict, steps);
    this.code = new Lazy<>(() -> code(policy, steps));
    int[] allowing = IntStream.of(speaking).filter(r -> allows(policy.rules().get(r))).toArray();
    boolean canTell = steps.canBeCode() && !isTooDeep && policy.rules().size() <= MOST;
    Supplier<Code> begun = () -> begun(policy, steps);
    Supplier<FindRatio> finder =
        () -> new FindRatio(policy, verdict, steps, counting, pairs, allowing);
    this.precedents =
        new Precedents<>(new Lazy<>(finder), FindRatio::outcome, begun, canTell, growing);
    this.rulings =
        new Precedents<>(new Lazy<>(finder), FindRatio::standings, begun, canTell, growing);
    this.ones = entries(pairs, List::getFirst);
    this.others = entries(pairs, List::getLast);
    this.allowing = shelves.entries(allowing);
  }

  /** How many rules may defeat one the other, at most. */
  private static int depth(Policy policy) {
    IdentityHashMap<int[], Integer> depths = new IdentityHashMap<>();
    int[] depth = new int[policy.rules().size()];
    int deepest = 0;
    // Always: defeaters come before what they defeat.
    for (int i = 0; i < depth.length; i++) {
      for (int[] set : policy.defeaters().get(i)) {
        int below =
            depths.computeIfAbsent(
                set, all -> 1 + IntStream.of(all).map(r -> depth[r]).max().orElse(-1));
        depth[i] = Math.max(depth[i], below);
      }
      deepest = Math.max(deepest, depth[i]);
    }
    return deepest;
  }

  private Shelves.Entries[] entries(List<List<int[]>> pairs, Function<List<int[]>, int[]> one) {
    return pairs.stream().map(p -> shelves.entries(one.apply(p))).toArray(Shelves.Entries[]::new);
  }

  private Set<Integer> leftOut(Policy policy) {
    Set<Integer> leftOut = new HashSet<>();
    for (Instrument each : policy.instruments()) {
      if (!shelves.counts(each)) {
        leftOut.add(each.slot());
      }
    }
    return leftOut;
  }

  /** Begun, with the steps. */
  private Code begun(Policy policy, Steps steps) {
    return steps.code(leftOut(policy)::contains);
  }

  private Supplier<Optional<Work>> code(Policy policy, Steps steps) {
    if (!steps.canBeCode()) {
      return Optional::empty;
    }
    Supplier<Code> begun = () -> begun(policy, steps);
    if (ByCode.isFor(shelves)) {
      ByCode.Plan plan = new ByCode.Plan(policy, this, begun);
      if (plan.isMade()) {
        return plan::work;
      }
    }
    AskCode.Plan plan = new AskCode.Plan(policy, shelves, verdict, begun);
    return () -> {
      BitmapIndex.Found found = shelves.index.found();
      return plan.asking(found).map(asking -> new ByBits(this, found, asking));
    };
  }

  /** To begin with. */
  Work work() {
    BitmapIndex.Found found = shelves.index.found();
    return new ByBits(this, found, new AskNodes(nodes, found));
  }

  /** The outcomes that have been found, for all threads. */
  Precedents<Outcome> precedents() {
    return precedents;
  }

  /** How rules stood for flows that have been decided, for all threads. */
  Precedents<Ruled> rulings() {
    return rulings;
  }

  /** For whoever asks often; none where there is too much to be written. */
  Optional<Work> fasterWork() {
    return code.get().get();
  }

  private static boolean allows(Rule rule) {
    return rule.effect() instanceof Effect.Permit || rule.effect() instanceof Effect.Exempt;
  }

  /**
   * The outcome of a flow without parts; none where this cannot tell, because texts may clash or
   * too many rules defeat one the other.
   *
   * @param mine no other thread's
   */
  @Nullable Outcome of(Facts facts, Work mine) {
    if (isTooDeep) {
      return null;
    }
    Outcome outcome = mine.outcome(facts);
    return canClash() && outcome != Outcome.UNDETERMINED && mayClash(mine) ? null : outcome;
  }

  /** Are there texts that could clash? */
  boolean canClash() {
    return ones.length > 0;
  }

  /**
   * How all rules stand for a flow without parts; none where this cannot tell. Always: made to tell
   * that.
   */
  @Nullable Ruled ruled(Facts facts, Work mine) {
    Outcome outcome = of(facts, mine);
    return outcome == null ? null : mine.ruled(outcome);
  }

  /** May texts differ of which neither is higher? */
  private boolean mayClash(Work work) {
    if (work.strongest(allowing) == Row.FALSE) {
      return false;
    }
    for (int i = 0; i < ones.length; i++) {
      if (work.strongest(ones[i]) != Row.FALSE && work.strongest(others[i]) != Row.FALSE) {
        return true;
      }
    }
    return false;
  }
}

package org.hefu.engine;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private final Verdict verdict;
  private final Steps steps;
  private final Shelves shelves;
  private final int[][] setsOf;
  private final Shelves.Entries[] sets;

  /** The steps to be taken before the index is asked. */
  private final int[] firstSteps;

  /** For each rule, the steps that tell whether what it requires is done. */
  private final int[][] metSteps;

  /** The steps that tell whether the act is completed, where that is presumed. */
  private final int[] stageSteps;

  private final int[] instruments;
  private final long[] counts;

  /** Of each pair of texts that could clash, the rules by which each could speak. */
  private final Shelves.Entries[] ones;

  private final Shelves.Entries[] others;

  /** Of these rules, those that permit or exempt: without one, texts do not clash. */
  private final Shelves.Entries allowing;

  private final boolean isTooDeep;

  /**
   * @param asked which texts count, unless they are drafts
   */
  Outcomes(Policy policy, Verdict verdict, Clashes clashes, Predicate<Instrument> asked) {
    Predicate<Instrument> counting = i -> !i.isDraft() && asked.test(i);
    this.verdict = verdict;
    this.steps = new Steps(policy);
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
            IntStream.of(speaking).mapToObj(policy.rules()::get).collect(Collectors.toSet()));
    this.isTooDeep = depth(policy) > DEEPEST;
    this.setsOf = shelves.setsOf();
    this.sets = shelves.sets();
    this.firstSteps = steps.of(shelves.index.slots());
    this.stageSteps = steps.of(verdict.stage());
    this.metSteps = new int[policy.rules().size()][];
    for (Rule rule : policy.rules()) {
      metSteps[rule.index()] = steps.of(verdict.metSlots(rule.index()));
    }
    this.instruments = policy.instruments().stream().mapToInt(Instrument::slot).toArray();
    this.counts =
        policy.instruments().stream()
            .mapToLong(i -> counting.test(i) ? Row.TRUE : Row.FALSE)
            .toArray();
    this.ones = entries(pairs, List::getFirst);
    this.others = entries(pairs, List::getLast);
    this.allowing =
        shelves.entries(
            IntStream.of(speaking).filter(r -> allows(policy.rules().get(r))).toArray());
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
    return ones.length > 0 && outcome != Outcome.UNDETERMINED && mine.mayClash() ? null : outcome;
  }

  /** What one thread needs for one decision, and uses again for the next. */
  final class Work {
    private final Steps.Filled filled = steps.new Filled();
    private final long[] row = filled.row;
    private final BitmapIndex.Found found = shelves.index.found();

    /** For which flow the effect of each entry, and of each set, is known. */
    private final int[] known = new int[setsOf.length];

    private final byte[] truths = new byte[setsOf.length];
    private final int[] knownSets = new int[sets.length];
    private final byte[] setTruths = new byte[sets.length];
    private final boolean[] surely = new boolean[verdict.needs()];
    private int now;

    Outcome outcome(Facts facts) {
      facts.copyTo(row);
      for (int i = 0; i < instruments.length; i++) {
        row[instruments[i]] = counts[i];
      }
      filled.begin();
      now = filled.now();
      filled.take(firstSteps);
      found.begin(row);
      int forbidden = strongest(0, shelves.requirements);
      if (forbidden == Row.TRUE) {
        return Outcome.PROHIBITED;
      }
      filled.take(stageSteps);
      int completed = verdict.completed(row);
      if (forbidden == Row.MAYBE && completed == Row.FALSE) {
        return Outcome.UNDETERMINED;
      }
      return required(completed, forbidden == Row.MAYBE);
    }

    /** The bits of a word for the entries from one to before another. */
    private static long within(int word, int from, int end) {
      long bits = -1L;
      if (word == from >> 6) {
        bits &= -1L << from;
      }
      if (word == end >> 6) {
        bits &= (1L << end) - 1;
      }
      return bits;
    }

    /** The most that is true of the effect of some entries. */
    private int strongest(int from, int end) {
      int most = Row.FALSE;
      int last = (end + Long.SIZE - 1) >> 6;
      for (int word = found.next(from >> 6, last); word < last; word = found.next(word + 1, last)) {
        most = Math.max(most, strongest(word, within(word, from, end)));
        if (most == Row.TRUE) {
          return most;
        }
      }
      return most;
    }

    /** The same of some in one word. */
    private int strongest(int word, long some) {
      long rest = found.may(word) & some;
      if (rest == 0) {
        return Row.FALSE;
      }
      if ((rest & shelves.plain[word] & found.surely(word)) != 0) {
        return Row.TRUE;
      }
      int most = Row.FALSE;
      for (; rest != 0; rest &= rest - 1) {
        int truth = effective((word << 6) + Long.numberOfTrailingZeros(rest));
        if (truth == Row.TRUE) {
          return Row.TRUE;
        }
        most = Math.max(most, truth);
      }
      return most;
    }

    private Outcome required(int completed, boolean isOpen) {
      boolean undetermined = isOpen;
      boolean conditional = false;
      boolean perhaps = false;
      for (int entry = nextRequirement(shelves.requirements);
          entry < shelves.defeaters;
          entry = nextRequirement(entry + 1)) {
        int truth = effective(entry);
        int met = truth == Row.FALSE ? Row.TRUE : met(shelves.rule(entry));
        if (met == Row.TRUE) {
          continue;
        }
        boolean isDue = truth == Row.TRUE;
        if (isDue && met == Row.FALSE && completed == Row.TRUE) {
          return Outcome.PROHIBITED;
        }
        perhaps |= !isDue;
        undetermined |= isDue && completed != Row.FALSE;
        conditional |= isDue;
      }
      if (undetermined || (perhaps && asksMore())) {
        return Outcome.UNDETERMINED;
      }
      if (conditional) {
        return Outcome.CONDITIONAL;
      }
      return switch (strongest(shelves.guards, shelves.end)) {
        case Row.TRUE -> Outcome.PERMITTED;
        case Row.FALSE -> Outcome.UNREGULATED;
        default -> Outcome.UNDETERMINED;
      };
    }

    private int met(int rule) {
      filled.take(metSteps[rule]);
      return verdict.met(rule, row);
    }

    /** Is there something that may be required, is not met, and is not surely required anyway? */
    private boolean asksMore() {
      Arrays.fill(surely, false);
      for (int entry = nextRequirement(shelves.requirements);
          entry < shelves.defeaters;
          entry = nextRequirement(entry + 1)) {
        if (effective(entry) == Row.TRUE) {
          surely[verdict.need(shelves.rule(entry))] = true;
        }
      }
      for (int entry = nextRequirement(shelves.requirements);
          entry < shelves.defeaters;
          entry = nextRequirement(entry + 1)) {
        int rule = shelves.rule(entry);
        if (effective(entry) == Row.MAYBE
            && met(rule) != Row.TRUE
            && !surely[verdict.asked(rule, surely)]) {
          return true;
        }
      }
      return false;
    }

    /** The first requirement that may apply, from an entry on; the end of them if there is none. */
    private int nextRequirement(int from) {
      int end = shelves.defeaters;
      if (from == end) {
        return end;
      }
      int last = (end + Long.SIZE - 1) >> 6;
      for (int word = found.next(from >> 6, last); word < last; word = found.next(word + 1, last)) {
        long rest = found.may(word) & within(word, from, end);
        if (rest != 0) {
          return (word << 6) + Long.numberOfTrailingZeros(rest);
        }
      }
      return end;
    }

    /** May texts differ of which neither is higher? */
    private boolean mayClash() {
      if (strongest(allowing) == Row.FALSE) {
        return false;
      }
      for (int i = 0; i < ones.length; i++) {
        if (strongest(ones[i]) != Row.FALSE && strongest(others[i]) != Row.FALSE) {
          return true;
        }
      }
      return false;
    }

    /** Does the rule apply, and is not defeated? Always: it may. */
    private int effective(int entry) {
      if (known[entry] == now) {
        return truths[entry];
      }
      int truth = found.truth(entry, row);
      // What the bits tell of what defeats it costs less than what is left of it.
      for (int set : setsOf[entry]) {
        truth = isSurelyDefeated(set) ? Row.FALSE : truth;
      }
      if (truth != Row.FALSE) {
        truth = Math.min(truth, shelves.left(entry, filled));
      }
      for (int set : setsOf[entry]) {
        if (truth == Row.FALSE) {
          break;
        }
        truth = Math.min(truth, Row.TRUE - strongest(set));
      }
      known[entry] = now;
      truths[entry] = (byte) truth;
      return truth;
    }

    /** Do the bits alone tell that one of the set applies? */
    private boolean isSurelyDefeated(int set) {
      if (knownSets[set] != now) {
        Shelves.Entries entries = sets[set];
        boolean may = false;
        for (int i = next(entries, 0); i < entries.words.length; i = next(entries, i + 1)) {
          int word = entries.words[i];
          long rest = found.may(word) & entries.bits[i];
          may |= rest != 0;
          if (rest != 0 && (rest & shelves.plain[word] & found.surely(word)) != 0) {
            keep(set, Row.TRUE);
            return true;
          }
        }
        if (may) {
          return false;
        }
        keep(set, Row.FALSE);
      }
      return setTruths[set] == Row.TRUE;
    }

    private void keep(int set, int truth) {
      knownSets[set] = now;
      setTruths[set] = (byte) truth;
    }

    private int strongest(int set) {
      if (knownSets[set] != now) {
        int truth = strongest(sets[set]);
        keep(set, truth);
      }
      return setTruths[set];
    }

    private int strongest(Shelves.Entries entries) {
      int most = Row.FALSE;
      for (int i = next(entries, 0); i < entries.words.length; i = next(entries, i + 1)) {
        most = Math.max(most, strongest(entries.words[i], entries.bits[i]));
        if (most == Row.TRUE) {
          return most;
        }
      }
      return most;
    }

    /** Where, from one of its words on, the first stands of which some entry may hold. */
    private int next(Shelves.Entries entries, int from) {
      int[] words = entries.words;
      int end = words.length;
      int at = from;
      while (at < end) {
        int word = found.next(words[at], words[end - 1] + 1);
        while (at < end && words[at] < word) {
          at++;
        }
        if (at < end && words[at] == word) {
          return at;
        }
      }
      return end;
    }
  }
}

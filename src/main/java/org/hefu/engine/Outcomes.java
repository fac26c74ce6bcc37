package org.hefu.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hefu.fact.Facts;
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
  private final Verdict verdict;
  private final Steps steps;
  private final Shelves shelves;
  private final Shelf[] shelfOfWord;
  private final int[] numberOfWord;
  private final int[][] setsOf;
  private final Shelves.Places[] sets;

  /** For each rule, the steps that tell whether what it requires is done. */
  private final int[][] metSteps;

  private final int[] instrumentSlots;
  private final boolean[] counts;

  /** Of each pair of texts that could clash, the rules by which each could speak. */
  private final Shelves.Places[] ones;

  private final Shelves.Places[] others;

  /** Of these rules, those that permit or exempt: without one, texts do not clash. */
  private final Shelves.Places allowing;

  private final ThreadLocal<Work> work = ThreadLocal.withInitial(() -> new Work());

  Outcomes(Policy policy, Verdict verdict, Clashes clashes) {
    this.verdict = verdict;
    this.steps = new Steps(policy);
    List<List<int[]>> pairs = clashes.rules();
    int[] speaking =
        pairs.stream().flatMap(List::stream).flatMapToInt(IntStream::of).distinct().toArray();
    this.shelves =
        new Shelves(
            policy,
            steps,
            IntStream.of(speaking).mapToObj(policy.rules()::get).collect(Collectors.toSet()));
    this.ones = pairs.stream().map(p -> places(p.getFirst())).toArray(Shelves.Places[]::new);
    this.others = pairs.stream().map(p -> places(p.getLast())).toArray(Shelves.Places[]::new);
    this.allowing =
        places(IntStream.of(speaking).filter(r -> allows(policy.rules().get(r))).toArray());
    this.setsOf = shelves.setsOf();
    this.sets = shelves.sets();
    int words = shelves.all().getLast().endWord();
    this.shelfOfWord = new Shelf[words];
    this.numberOfWord = new int[words];
    for (int i = 0; i < shelves.all().size(); i++) {
      Shelf each = shelves.all().get(i);
      Arrays.fill(shelfOfWord, each.firstWord, each.endWord(), each);
      Arrays.fill(numberOfWord, each.firstWord, each.endWord(), i);
    }
    this.metSteps = new int[policy.rules().size()][];
    for (Rule rule : policy.rules()) {
      metSteps[rule.index()] = steps.of(verdict.metSlots(rule.index()));
    }
    this.instrumentSlots = policy.instruments().stream().mapToInt(Instrument::slot).toArray();
    this.counts = new boolean[instrumentSlots.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = !policy.instruments().get(i).isDraft();
    }
  }

  private Shelves.Places places(int[] rules) {
    return shelves.places(rules);
  }

  private static boolean allows(Rule rule) {
    return rule.effect() instanceof Effect.Permit || rule.effect() instanceof Effect.Exempt;
  }

  /** The outcome of a flow without parts; empty where texts may clash, which this cannot tell. */
  @Nullable Outcome of(Facts facts) {
    Work mine = work.get();
    Outcome outcome = mine.outcome(facts);
    return outcome != Outcome.UNDETERMINED && mine.mayClash() ? null : outcome;
  }

  /** What one thread needs for one decision, and uses again for the next. */
  private final class Work {
    private final Steps.Filled filled = steps.new Filled();
    private final long[] row = filled.row;
    private final Shelf.Found[] found;
    private final int[] known = new int[setsOf.length];
    private final byte[] truths = new byte[setsOf.length];
    private final int[] knownSets = new int[sets.length];
    private final byte[] setTruths = new byte[sets.length];
    private final boolean[] surely = new boolean[verdict.needs()];
    private int now;

    Work() {
      found = shelves.all().stream().map(s -> s.new Found()).toArray(Shelf.Found[]::new);
    }

    Outcome outcome(Facts facts) {
      facts.copyTo(row);
      for (int i = 0; i < instrumentSlots.length; i++) {
        row[instrumentSlots[i]] = counts[i] ? Row.TRUE : Row.FALSE;
      }
      filled.begin();
      now = filled.now();
      int forbidden = forbidden(0, shelves.freeBans);
      if (forbidden != Row.TRUE) {
        forbidden = Math.max(forbidden, forbidden(1, shelves.bans));
      }
      if (forbidden == Row.TRUE) {
        return Outcome.PROHIBITED;
      }
      int completed = verdict.completed(row);
      if (forbidden == Row.MAYBE && completed == Row.FALSE) {
        return Outcome.UNDETERMINED;
      }
      return required(completed, forbidden == Row.MAYBE);
    }

    /** Does some ban of the shelf have effect? */
    private int forbidden(int number, Shelf shelf) {
      long[] may = found[number].may(filled);
      int most = Row.FALSE;
      for (int word = 0; word < may.length; word++) {
        for (long rest = may[word]; rest != 0; rest &= rest - 1) {
          int truth = effective(number, shelf, word * Long.SIZE + Long.numberOfTrailingZeros(rest));
          if (truth == Row.TRUE) {
            return Row.TRUE;
          }
          most = Math.max(most, truth);
        }
      }
      return most;
    }

    private Outcome required(int completed, boolean isOpen) {
      Shelf shelf = shelves.requirements;
      long[] may = found[2].may(filled);
      boolean undetermined = isOpen;
      boolean conditional = false;
      boolean perhaps = false;
      for (int word = 0; word < may.length; word++) {
        for (long rest = may[word]; rest != 0; rest &= rest - 1) {
          int entry = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          int truth = effective(2, shelf, entry);
          int met = truth == Row.FALSE ? Row.TRUE : met(shelf.rules.get(entry).index());
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
      }
      if (undetermined || (perhaps && asksMore(may))) {
        return Outcome.UNDETERMINED;
      }
      if (conditional) {
        return Outcome.CONDITIONAL;
      }
      return switch (governed()) {
        case Row.TRUE -> Outcome.PERMITTED;
        case Row.FALSE -> Outcome.UNREGULATED;
        default -> Outcome.UNDETERMINED;
      };
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

    private int met(int rule) {
      filled.take(metSteps[rule]);
      return verdict.met(rule, row);
    }

    /** Is there something that may be required, is not met, and is not surely required anyway? */
    private boolean asksMore(long[] may) {
      Shelf shelf = shelves.requirements;
      Arrays.fill(surely, false);
      for (int word = 0; word < may.length; word++) {
        for (long rest = may[word]; rest != 0; rest &= rest - 1) {
          int entry = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          if (effective(2, shelf, entry) == Row.TRUE) {
            surely[verdict.need(shelf.rules.get(entry).index())] = true;
          }
        }
      }
      for (int word = 0; word < may.length; word++) {
        for (long rest = may[word]; rest != 0; rest &= rest - 1) {
          int entry = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          int rule = shelf.rules.get(entry).index();
          if (effective(2, shelf, entry) == Row.MAYBE
              && met(rule) != Row.TRUE
              && !surely[verdict.asked(rule, surely)]) {
            return true;
          }
        }
      }
      return false;
    }

    private int governed() {
      long[] may = found[4].may(filled);
      int most = Row.FALSE;
      for (int word = 0; word < may.length && most != Row.TRUE; word++) {
        for (long rest = may[word]; rest != 0 && most != Row.TRUE; rest &= rest - 1) {
          int entry = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          most = Math.max(most, found[4].truth(entry, filled));
        }
      }
      return most;
    }

    /** Does the rule apply, and is not defeated? Always: its shelf has been looked at. */
    private int effective(int number, Shelf shelf, int entry) {
      int place = shelf.firstWord * Long.SIZE + entry;
      if (known[place] == now) {
        return truths[place];
      }
      int truth = found[number].truth(entry, filled);
      for (int set : setsOf[place]) {
        if (truth == Row.FALSE) {
          break;
        }
        truth = Math.min(truth, Row.TRUE - strongest(set));
      }
      known[place] = now;
      truths[place] = (byte) truth;
      return truth;
    }

    /** The most that is true of the effect of one of the set. */
    private int strongest(int set) {
      if (knownSets[set] != now) {
        knownSets[set] = now;
        setTruths[set] = (byte) strongest(sets[set]);
      }
      return setTruths[set];
    }

    private int strongest(Shelves.Places places) {
      int most = Row.FALSE;
      for (int i = 0; i < places.words().length; i++) {
        int at = places.words()[i];
        int number = numberOfWord[at];
        Shelf shelf = shelfOfWord[at];
        int word = at - shelf.firstWord;
        for (long rest = found[number].may(filled)[word] & places.bits()[i];
            rest != 0;
            rest &= rest - 1) {
          int entry = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          int truth = effective(number, shelf, entry);
          if (truth == Row.TRUE) {
            return Row.TRUE;
          }
          most = Math.max(most, truth);
        }
      }
      return most;
    }
  }
}

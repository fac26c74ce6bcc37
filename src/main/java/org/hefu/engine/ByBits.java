package org.hefu.engine;

import java.util.Arrays;
import org.hefu.fact.Facts;
import org.hefu.index.BitmapIndex;
import org.hefu.model.Row;

/** Finds the outcome by the bits of the index: it asks only rules that may apply. */
final class ByBits extends Work {
  private final Outcomes outcomes;
  private final Shelves shelves;
  private final int[][] setsOf;
  private final Shelves.Entries[] sets;
  private final BitmapIndex.Found found;
  private final Asking asking;

  /** For which flow the effect of each entry, and of each set, is known. */
  private final int[] known;

  private final byte[] truths;
  private final int[] knownSets;
  private final byte[] setTruths;
  private int now;

  /**
   * @param asking answers what the bits leave
   */
  ByBits(Outcomes outcomes, BitmapIndex.Found found, Asking asking) {
    super(outcomes);
    this.outcomes = outcomes;
    this.shelves = outcomes.shelves;
    this.setsOf = shelves.setsOf();
    this.sets = shelves.sets();
    this.found = found;
    this.asking = asking;
    this.known = new int[setsOf.length];
    this.truths = new byte[setsOf.length];
    this.knownSets = new int[sets.length];
    this.setTruths = new byte[sets.length];
  }

  @Override
  Work settled() {
    Asking faster = asking.settled();
    return faster == asking ? this : new ByBits(outcomes, found, faster);
  }

  @Override
  void begin(Facts facts) {
    if (++now == 0) {
      Arrays.fill(known, 0);
      Arrays.fill(knownSets, 0);
      now = 1;
    }
    asking.begin(facts);
  }

  @Override
  int forbidden() {
    return strongest(0, shelves.requirements);
  }

  @Override
  int completed() {
    return asking.completed();
  }

  @Override
  int met(int rule) {
    return asking.met(rule);
  }

  @Override
  int governed() {
    return strongest(shelves.guards, shelves.end);
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

  @Override
  int next(int from, int end) {
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

  /** Does the rule apply, and is not defeated? Always: it may. */
  @Override
  int effective(int entry) {
    if (known[entry] == now) {
      return truths[entry];
    }
    int truth = clauses(entry);
    // What the bits tell of what defeats it costs less than what is left of it.
    for (int set : setsOf[entry]) {
      truth = isSurelyDefeated(set) ? Row.FALSE : truth;
    }
    boolean isDear = shelves.isLeftDear(entry);
    if (isDear) {
      truth = undefeated(entry, truth);
    }
    if (truth != Row.FALSE) {
      truth = Math.min(truth, asking.left(entry));
    }
    if (!isDear) {
      truth = undefeated(entry, truth);
    }
    known[entry] = now;
    truths[entry] = (byte) truth;
    return truth;
  }

  /** The least of a truth and that nothing defeats an entry. */
  private int undefeated(int entry, int truth) {
    int least = truth;
    for (int set : setsOf[entry]) {
      if (least == Row.FALSE) {
        break;
      }
      least = Math.min(least, Row.TRUE - strongest(set));
    }
    return least;
  }

  /** Does the entry hold, but for what the index leaves of it? Always: it may. */
  private int clauses(int entry) {
    if (found.isSure(entry)) {
      return Row.TRUE;
    }
    return found.isSureByGrids(entry) ? asking.untold(entry) : asking.clauses(entry);
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

  @Override
  int strongest(Shelves.Entries entries) {
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
      at = entries.from(at, word);
      if (at < end && words[at] == word) {
        return at;
      }
    }
    return end;
  }

  @Override
  int applies(int entry) {
    int truth = clauses(entry);
    return truth == Row.FALSE ? Row.FALSE : Math.min(truth, asking.left(entry));
  }
}

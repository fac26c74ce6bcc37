package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hefu.decide.Conflict;
import org.hefu.model.Arbiter;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Rank;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of texts of which neither is higher, where both speak about a flow and give different
 * outcomes (立法法 106). Always: nothing is decided again unless both texts of a pair speak.
 */
final class Clashes {
  private record Pair(Speech one, Speech other, Arbiter arbiter) {}

  private final List<Instrument> instruments;
  private final Pair[] pairs;

  Clashes(Policy policy, Verdict verdict) {
    this.instruments = policy.instruments();
    List<Pair> found = new ArrayList<>();
    for (int i = 0; i < instruments.size(); i++) {
      for (int j = 0; j < instruments.size(); j++) {
        Instrument one = instruments.get(i);
        Instrument other = instruments.get(j);
        Optional<Arbiter> arbiter = arbiter(one, other);
        boolean areTwo = isFirst(one, i, other, j) && !one.isSameAs(other);
        if (arbiter.isPresent() && areTwo && everMeet(one, other)) {
          Speech mine = new Speech(policy, verdict, i, other);
          Speech others = new Speech(policy, verdict, j, one);
          if (mine.isPossible() && others.isPossible()) {
            found.add(new Pair(mine, others, arbiter.get()));
          }
        }
      }
    }
    this.pairs = found.toArray(Pair[]::new);
  }

  /** Two of one rank clash only where it is known that they are of different issuers. */
  private static Optional<Arbiter> arbiter(Instrument one, Instrument other) {
    boolean knownApart =
        one.rank() != other.rank()
            || (!one.issuer().isEmpty()
                && !other.issuer().isEmpty()
                && !one.issuer().equals(other.issuer()));
    return knownApart ? one.rank().arbiterAgainst(other.rank()) : Optional.empty();
  }

  /** Each pair counts once, with a department rule as its first text. */
  private static boolean isFirst(Instrument one, int i, Instrument other, int j) {
    return one.rank() == other.rank() ? i < j : one.rank() == Rank.DEPARTMENT_RULE;
  }

  /** Is there a day on which both may be in force? */
  private static boolean everMeet(Instrument one, Instrument other) {
    return one.isDraft()
        || other.isDraft()
        || (one.from() <= other.to() && other.from() <= one.to());
  }

  /** For each pair, the rules by which either text could speak. */
  List<List<int[]>> rules() {
    return Arrays.stream(pairs).map(p -> List.of(p.one().rules(), p.other().rules())).toList();
  }

  /** Are there texts at all that could clash? */
  boolean arePossible() {
    return pairs.length > 0;
  }

  /**
   * Do the texts of some pair give different outcomes?
   *
   * @param without the outcome as if the instrument of this number were not in force
   */
  boolean isOpen(long[] row, byte[] effective, IntFunction<Outcome> without) {
    @Nullable Outcome[] known = null;
    for (Pair pair : pairs) {
      if (areOpposed(pair, row, effective)) {
        known = known == null ? new @Nullable Outcome[instruments.size()] : known;
        if (once(pair.one(), known, without) != once(pair.other(), known, without)) {
          return true;
        }
      }
    }
    return false;
  }

  /** May the texts of some pair differ? */
  boolean mayBeOpen(long[] row, byte[] effective) {
    for (Pair pair : pairs) {
      if (areOpposed(pair, row, effective)) {
        return true;
      }
    }
    return false;
  }

  /** The rules by which texts of some pair that may differ speak, or may. */
  List<Rule> speaking(long[] row, byte[] effective) {
    List<Rule> speaking = new ArrayList<>();
    for (Pair pair : pairs) {
      if (areOpposed(pair, row, effective)) {
        speaking.addAll(pair.one().rules(row, effective));
        speaking.addAll(pair.other().rules(row, effective));
      }
    }
    return speaking;
  }

  /** The pairs that clash. */
  List<Conflict> conflicts(long[] row, byte[] effective, IntFunction<Outcome> without) {
    @Nullable Outcome[] known = new @Nullable Outcome[instruments.size()];
    List<Conflict> conflicts = new ArrayList<>();
    for (Pair pair : pairs) {
      if (areOpposed(pair, row, effective)) {
        Outcome ofOne = once(pair.other(), known, without);
        Outcome ofOther = once(pair.one(), known, without);
        if (ofOne != ofOther) {
          conflicts.add(
              new Conflict(
                  side(pair.one(), ofOne, row, effective),
                  side(pair.other(), ofOther, row, effective),
                  pair.arbiter()));
        }
      }
    }
    return conflicts;
  }

  /** What only bans and requires adds up with what does so, too: whoever refrains obeys both. */
  private static boolean areOpposed(Pair pair, long[] row, byte[] effective) {
    return pair.one().truth(row, effective) != Row.FALSE
        && pair.other().truth(row, effective) != Row.FALSE
        && (pair.one().allows(row, effective) || pair.other().allows(row, effective));
  }

  /** What comes out without the text, worked out once. */
  private static Outcome once(
      Speech speech, @Nullable Outcome[] known, IntFunction<Outcome> without) {
    Outcome outcome = known[speech.number()];
    if (outcome == null) {
      outcome = without.apply(speech.number());
      known[speech.number()] = outcome;
    }
    return outcome;
  }

  private Conflict.Side side(Speech speech, Outcome outcome, long[] row, byte[] effective) {
    return new Conflict.Side(
        instruments.get(speech.number()), outcome, speech.rules(row, effective));
  }
}

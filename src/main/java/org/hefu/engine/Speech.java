package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;

/**
 * How a text speaks about flows, beside another: by what it forbids, permits and requires, and by
 * what it exempts from that the other requires. Duties, advice and presumptions are no such speech,
 * and a requirement that is met has nothing more to say.
 */
final class Speech {
  private final Policy policy;
  private final Verdict verdict;
  private final int number;

  /** Its rules that forbid, permit or require. */
  private final int[] speaking;

  /** Each of its rules that exempt, with a rule of the other text that it would free from. */
  private final int[][] freeing;

  /**
   * @param number of the text among the policy's instruments
   */
  Speech(Policy policy, Verdict verdict, int number, Instrument beside) {
    this.policy = policy;
    this.verdict = verdict;
    this.number = number;
    List<Rule> mine = of(policy, policy.instruments().get(number));
    this.speaking = mine.stream().filter(r -> speaks(r.effect())).mapToInt(Rule::index).toArray();
    List<int[]> pairs = new ArrayList<>();
    for (Rule exempt : mine) {
      for (Rule required : of(policy, beside)) {
        if (frees(exempt.effect(), required.effect())) {
          pairs.add(new int[] {exempt.index(), required.index()});
        }
      }
    }
    this.freeing = pairs.toArray(int[][]::new);
  }

  private static List<Rule> of(Policy policy, Instrument instrument) {
    return policy.rules().stream().filter(r -> r.instrument().equals(instrument)).toList();
  }

  private static boolean speaks(Effect effect) {
    return switch (effect) {
      case Effect.Forbid _, Effect.Permit _, Effect.Require _ -> true;
      case Effect.Exempt _, Effect.Oblige _, Effect.Presume _, Effect.Advise _ -> false;
    };
  }

  private static boolean frees(Effect exempt, Effect required) {
    return exempt instanceof Effect.Exempt(_, var from)
        && required instanceof Effect.Require(var procedures, _)
        && from.containsAll(procedures);
  }

  /** The indices of the rules by which it could speak. */
  int[] rules() {
    return IntStream.concat(IntStream.of(speaking), Arrays.stream(freeing).mapToInt(p -> p[0]))
        .distinct()
        .toArray();
  }

  int number() {
    return number;
  }

  /** Could it speak about some flow? */
  boolean isPossible() {
    return speaking.length + freeing.length > 0;
  }

  /** Does it speak about this one? */
  int truth(long[] row, byte[] effective) {
    int most = Row.FALSE;
    for (int rule : speaking) {
      most = Math.max(most, truth(rule, row, effective));
    }
    for (int[] pair : freeing) {
      most = Math.max(most, Math.min(effective[pair[0]], truth(pair[1], row, effective)));
    }
    return most;
  }

  /** Does it, or may it, permit or exempt? */
  boolean allows(long[] row, byte[] effective) {
    for (Rule rule : rules(row, effective)) {
      if (rule.effect() instanceof Effect.Permit || rule.effect() instanceof Effect.Exempt) {
        return true;
      }
    }
    return false;
  }

  /** Has the rule effect, and is what it requires, if anything, not done? */
  private int truth(int rule, long[] row, byte[] effective) {
    return effective[rule] == Row.FALSE
        ? Row.FALSE
        : Math.min(effective[rule], Row.TRUE - verdict.met(rule, row));
  }

  /** The rules by which it speaks about this flow, or may. */
  List<Rule> rules(long[] row, byte[] effective) {
    Set<Integer> rules = new TreeSet<>();
    for (int rule : speaking) {
      if (truth(rule, row, effective) != Row.FALSE) {
        rules.add(rule);
      }
    }
    for (int[] pair : freeing) {
      if (effective[pair[0]] != Row.FALSE && truth(pair[1], row, effective) != Row.FALSE) {
        rules.add(pair[0]);
      }
    }
    return rules.stream().map(policy.rules()::get).toList();
  }
}

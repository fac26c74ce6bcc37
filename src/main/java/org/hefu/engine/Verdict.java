package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hefu.model.Effect;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Type;
import org.hefu.node.ConstantValueNode;
import org.hefu.node.Members;
import org.hefu.node.OrNode;
import org.hefu.node.ReadTruthNode;
import org.hefu.node.ReadValueNode;
import org.hefu.node.SameValueNode;
import org.hefu.node.TruthNode;

/** From which rules apply to what may be done: defeat, then the first outcome that holds. */
final class Verdict {
  private static final byte FORBIDS = 0;
  private static final byte REQUIRES = 1;
  private static final byte OTHER = 2;

  private final byte[] effects;

  /** Sets of rules that may defeat the same rules, and which of these sets each rule has. */
  private final int[][] defeaters;

  private final int[][] defeatersOf;

  /**
   * For each rule that requires something, the slots that say whether one of its choices is met.
   */
  private final int[][] met;

  /** For each rule that requires something, the number of what it requires; -1 for others. */
  private final int[] need;

  /** For each such number, the numbers of what asks for no other choices, the narrowest first. */
  private final int[][] narrower;

  /** What is required, by number. */
  private final List<List<Procedure>> needs = new ArrayList<>();

  /** For each rule, the number of the guard that stands before it: a text, and acts. */
  private final int[] guardOf;

  /** For each guard, the slot that says whether the text applies. */
  private final int[] instruments;

  /** For each guard and act, whether it is one of the acts. */
  private final Members[] matches;

  private final int act;
  private final int stage;
  private final int completed;

  Verdict(Policy policy) {
    List<Rule> rules = policy.rules();
    effects = new byte[rules.size()];
    met = new int[rules.size()][];
    need = new int[rules.size()];
    guardOf = new int[rules.size()];
    IdentityHashMap<int[], Integer> sets = new IdentityHashMap<>();
    defeatersOf =
        policy.defeaters().stream()
            .map(all ->
                all.stream().mapToInt(set -> sets.computeIfAbsent(set, _ -> sets.size())).toArray())
            .toArray(int[][]::new);
    defeaters = new int[sets.size()][];
    sets.forEach((set, number) -> defeaters[number] = set);
    act = policy.request().act().slot();
    stage = policy.request().stage().slot();
    completed =
        ((Type.Of) policy.request().stage().type())
            .kind()
            .member("completed")
            .orElseThrow()
            .index();
    Kind acts = ((Type.Of) policy.request().act().type()).kind();
    Map<List<Object>, Integer> guards = new LinkedHashMap<>();
    Map<Set<Procedure>, Integer> numbers = new HashMap<>();
    for (Rule rule : rules) {
      int i = rule.index();
      guardOf[i] =
          guards.computeIfAbsent(
              List.of(rule.instrument(), rule.effect().spokenOf()), _ -> guards.size());
      met[i] = new int[0];
      effects[i] =
          switch (rule.effect()) {
            case Effect.Forbid _ -> FORBIDS;
            case Effect.Require _ -> REQUIRES;
            default -> OTHER;
          };
      need[i] = -1;
      if (rule.effect() instanceof Effect.Require(var choices, _)) {
        met[i] = choices.stream().mapToInt(p -> p.met().slot()).toArray();
        need[i] = numbers.computeIfAbsent(Set.copyOf(choices), _ -> numbers.size());
        if (need[i] == needs.size()) {
          needs.add(choices);
        }
      }
    }
    narrower = narrower(needs);
    instruments = new int[guards.size()];
    matches = new Members[guards.size()];
    Map<List<Kind.Member>, Members> known = new HashMap<>();
    for (Rule rule : rules) {
      int guard = guardOf[rule.index()];
      instruments[guard] = rule.instrument().slot();
      matches[guard] =
          known.computeIfAbsent(rule.effect().spokenOf(), spokenOf -> Members.of(acts, spokenOf));
    }
  }

  private static int[][] narrower(List<List<Procedure>> needs) {
    // What asks for no other choices has each of its own among these, and so any one of them.
    Map<Procedure, Integer> often = new HashMap<>();
    needs.forEach(need -> need.forEach(p -> often.merge(p, 1, Integer::sum)));
    Map<Procedure, List<Integer>> byRarest = new HashMap<>();
    for (int n = 0; n < needs.size(); n++) {
      List<Procedure> need = needs.get(n);
      Procedure rarest =
          need.size() == 1
              ? need.getFirst()
              : Collections.min(
                  need,
                  (p, q) -> Integer.compare(often.getOrDefault(p, 0), often.getOrDefault(q, 0)));
      byRarest.computeIfAbsent(rarest, _ -> new ArrayList<>()).add(n);
    }
    int[][] narrower = new int[needs.size()][];
    for (int wide = 0; wide < narrower.length; wide++) {
      if (needs.get(wide).size() == 1) {
        narrower[wide] = new int[] {wide};
        continue;
      }
      Set<Procedure> choices = Set.copyOf(needs.get(wide));
      narrower[wide] =
          choices.stream()
              .flatMap(p -> byRarest.getOrDefault(p, List.of()).stream())
              .filter(n -> choices.containsAll(needs.get(n)))
              .sorted((m, n) -> {
                int by = Integer.compare(needs.get(m).size(), needs.get(n).size());
                return by != 0 ? by : Integer.compare(m, n);
              })
              .mapToInt(n -> n)
              .toArray();
    }
    return narrower;
  }

  /** For each number of what is required, whether some rule surely requires it. */
  boolean[] surely(byte[] effective) {
    boolean[] surely = new boolean[needs.size()];
    for (int i = 0; i < effective.length; i++) {
      if (need[i] >= 0 && effective[i] == Row.TRUE) {
        surely[need[i]] = true;
      }
    }
    return surely;
  }

  /** The same of the rules that apply, or may. */
  boolean[] surely(Ruled ruled) {
    boolean[] surely = new boolean[needs.size()];
    for (int at = 0; at < ruled.count(); at++) {
      int rule = ruled.rule(at);
      if (need[rule] >= 0 && ruled.effectiveAt(at) == Row.TRUE) {
        surely[need[rule]] = true;
      }
    }
    return surely;
  }

  /**
   * The narrowest of what is surely required that, once done, does what this rule requires as well;
   * what the rule itself requires if there is none. So a requirement that may apply adds nothing
   * where one that surely applies asks for the same or for fewer choices.
   */
  int asked(int rule, boolean[] surely) {
    for (int each : narrower[need[rule]]) {
      if (surely[each]) {
        return each;
      }
    }
    return need[rule];
  }

  /** The rules that leave it open what the outcome is, or what is still to be done. */
  BitSet pending(long[] row, byte[] effective) {
    BitSet pending = new BitSet(effective.length);
    boolean[] surely = surely(effective);
    int completed = completed(row);
    boolean governed = governed(row) == Row.TRUE;
    for (int i = 0; i < effective.length; i++) {
      boolean requires = effects[i] == REQUIRES;
      boolean open = effective[i] == Row.MAYBE && !(requires && surely[asked(i, surely)]);
      boolean unconfirmed =
          requires
              && effective[i] == Row.TRUE
              && (completed != Row.FALSE || met(i, row) == Row.MAYBE);
      if ((open || unconfirmed) && (!requires || met(i, row) != Row.TRUE)) {
        pending.set(i);
      }
      if (!governed && governs(i, row) == Row.MAYBE) {
        pending.set(i);
      }
    }
    defeating(pending, effective);
    return pending;
  }

  /**
   * Adds what may defeat a pending rule, though it asks for nothing more itself. Always: defeaters
   * come before what they defeat.
   */
  private void defeating(BitSet pending, byte[] effective) {
    for (int i = pending.length() - 1; i >= 0; i = pending.previousSetBit(i - 1)) {
      if (effective[i] == Row.MAYBE) {
        for (int set : defeatersOf[i]) {
          for (int defeater : defeaters[set]) {
            if (effective[defeater] == Row.MAYBE) {
              pending.set(defeater);
            }
          }
        }
      }
    }
  }

  /** The numbers of what is surely required and not known to be done. */
  BitSet open(long[] row, byte[] effective) {
    boolean[] surely = surely(effective);
    BitSet open = new BitSet(needs.size());
    for (int i = 0; i < effective.length; i++) {
      if (need[i] >= 0 && effective[i] == Row.TRUE && met(i, row) != Row.TRUE) {
        open.set(asked(i, surely));
      }
    }
    return open;
  }

  /** How many numbers there are of what is required. */
  int needs() {
    return needs.size();
  }

  /** The number of what a rule requires. */
  int need(int rule) {
    return need[rule];
  }

  /** The numbers of what asks for no other choices than a rule does, its own among them. */
  int[] narrower(int rule) {
    return narrower[need[rule]];
  }

  /** The slots that say whether one of the choices that a rule leaves is met. */
  int[] metSlots(int rule) {
    return met[rule];
  }

  /** What is required under a number. */
  List<Procedure> choices(int number) {
    return needs.get(number);
  }

  /**
   * Turns, in place, "applies" into "applies and is not defeated". Always: defeaters come before
   * what they defeat.
   */
  void defeat(byte[] applies) {
    byte[] strongest = new byte[defeaters.length];
    Arrays.fill(strongest, (byte) -1);
    for (int i = 0; i < applies.length; i++) {
      if (applies[i] == Row.FALSE) {
        continue;
      }
      int truth = applies[i];
      for (int set : defeatersOf[i]) {
        if (strongest[set] < 0) {
          int most = Row.FALSE;
          for (int defeater : defeaters[set]) {
            most = Math.max(most, applies[defeater]);
          }
          strongest[set] = (byte) most;
        }
        truth = Math.min(truth, Row.TRUE - strongest[set]);
      }
      applies[i] = (byte) truth;
    }
  }

  /** Where it stands whether the act is completed. */
  int stage() {
    return stage;
  }

  /** A condition that says the same as {@link #completed}. */
  TruthNode isCompleted() {
    return new SameValueNode(new ReadValueNode(stage), new ConstantValueNode(completed));
  }

  /** A condition that says the same as {@link #met}. */
  TruthNode isMet(int rule) {
    return any(IntStream.of(met[rule]));
  }

  /** Is one of the truths in these slots true? */
  static TruthNode any(IntStream slots) {
    return new OrNode(slots.mapToObj(ReadTruthNode::new).toArray(TruthNode[]::new));
  }

  /** Is the act completed? */
  int completed(long[] row) {
    long value = row[stage];
    return value == Row.UNKNOWN ? Row.MAYBE : value == completed ? Row.TRUE : Row.FALSE;
  }

  /** Is what the rule requires done? */
  int met(int rule, long[] row) {
    int most = Row.FALSE;
    for (int slot : met[rule]) {
      most = Math.max(most, (int) row[slot]);
    }
    return most;
  }

  /**
   * The first outcome that holds.
   *
   * @param effective for each rule, whether it applies and is not defeated
   */
  Outcome outcome(long[] row, byte[] effective) {
    int completed = completed(row);
    boolean undetermined = false;
    boolean conditional = false;
    boolean perhaps = false;
    for (int i = 0; i < effective.length; i++) {
      int truth = effective[i];
      if (truth == Row.FALSE || effects[i] == OTHER) {
        continue;
      }
      if (effects[i] == FORBIDS) {
        if (truth == Row.TRUE) {
          return Outcome.PROHIBITED;
        }
        undetermined = true;
        continue;
      }
      int met = met(i, row);
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
    if (undetermined || (perhaps && asksMore(row, effective))) {
      return Outcome.UNDETERMINED;
    }
    if (conditional) {
      return Outcome.CONDITIONAL;
    }
    return switch (governed(row)) {
      case Row.TRUE -> Outcome.PERMITTED;
      case Row.FALSE -> Outcome.UNREGULATED;
      default -> Outcome.UNDETERMINED;
    };
  }

  /** Is there something that may be required, is not met, and is not surely required anyway? */
  private boolean asksMore(long[] row, byte[] effective) {
    boolean[] surely = surely(effective);
    for (int i = 0; i < effective.length; i++) {
      if (effective[i] == Row.MAYBE
          && effects[i] == REQUIRES
          && met(i, row) != Row.TRUE
          && !surely[asked(i, surely)]) {
        return true;
      }
    }
    return false;
  }

  /** Does some rule govern the flow, whatever its conditions say? */
  private int governed(long[] row) {
    int most = Row.FALSE;
    for (int i = 0; i < instruments.length && most != Row.TRUE; i++) {
      most = Math.max(most, guards(i, row));
    }
    return most;
  }

  /** Does the rule govern the flow: its instrument applies and its act matches? */
  int governs(int rule, long[] row) {
    return guards(guardOf[rule], row);
  }

  /** How many guards there are. */
  int guards() {
    return instruments.length;
  }

  /** The number of the guard before a rule; several rules have the same. */
  int guardOf(int rule) {
    return guardOf[rule];
  }

  /** Do the rules behind a guard govern the flow? */
  int guards(int guard, long[] row) {
    return Math.min((int) row[instruments[guard]], matches[guard].truth((int) row[act]));
  }
}

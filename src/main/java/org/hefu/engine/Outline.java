package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.model.Effect;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the rules: the same for all flows for which they stand alike. Threads may share
 * it.
 */
final class Outline {
  /** So many sets of rules defeat something, as a rule. */
  private static final int FEW = 4;

  final Ruled ruled;
  final Outcome outcome;

  /** The rules of texts that differ. */
  final Set<Rule> clashing;

  /** What became of the rules that apply or may, the operative ones first. */
  final List<Finding> applying;

  private final Common common;
  private final Policy policy;

  /** Of many rules, most govern a flow and do not apply; few look at them. */
  private volatile @Nullable List<Finding> all;

  private volatile boolean @Nullable [] surely;
  private volatile boolean @Nullable [] atWork;

  /**
   * @param clashing the rules of texts that differ
   */
  Outline(Common common, Ruled ruled, Set<Rule> clashing) {
    this.common = common;
    this.policy = common.policy;
    this.ruled = ruled;
    this.clashing = clashing;
    this.outcome = clashing.isEmpty() ? ruled.outcome : Outcome.UNDETERMINED;
    this.applying = new Findings(found());
  }

  private Finding[] found() {
    IdentityHashMap<int[], List<Rule>> known = new IdentityHashMap<>(FEW);
    Finding[] all = new Finding[ruled.count()];
    int count = 0;
    int operative = 0;
    for (int at = 0; at < all.length; at++) {
      int rule = ruled.rule(at);
      if (common.grounds[rule] && governs(rule) != Row.FALSE) {
        all[count] = finding(at, known);
        operative += all[count].operative() ? 1 : 0;
        count++;
      }
    }
    if (operative == 0 || operative == count) {
      return count == all.length ? all : Arrays.copyOf(all, count);
    }
    Finding[] sorted = new Finding[count];
    int first = 0;
    for (int i = 0; i < count; i++) {
      sorted[all[i].operative() ? first++ : operative++] = all[i];
    }
    return sorted;
  }

  /** These, and behind them those of the rules that govern the flow and do not apply. */
  List<Finding> findings() {
    List<Finding> known = all;
    if (known == null) {
      known = new Findings(all());
      all = known;
    }
    return known;
  }

  private Finding[] all() {
    int[] governing = common.governing(ruled.guards);
    // Always: what applies and grounds an answer is among those that govern.
    Finding[] findings = applying.toArray(new Finding[governing.length]);
    int end = applying.size();
    int applied = 0;
    for (int rule : governing) {
      while (applied < ruled.count() && ruled.rule(applied) < rule) {
        applied++;
      }
      if (applied == ruled.count() || ruled.rule(applied) != rule) {
        findings[end++] = common.notApplied(rule);
      }
    }
    return findings;
  }

  int governs(int rule) {
    return ruled.guards[common.verdict.guardOf(rule)];
  }

  /** Those of a kind of whose effect at least so much is true. */
  List<Finding> findings(Class<? extends Effect> kind, int least) {
    IdentityHashMap<int[], List<Rule>> known = new IdentityHashMap<>(FEW);
    return IntStream.range(0, ruled.count())
        .filter(at -> ruled.effectiveAt(at) >= least)
        .filter(at -> kind.isInstance(policy.rules().get(ruled.rule(at)).effect()))
        .mapToObj(at -> finding(at, known))
        .toList();
  }

  /**
   * That of a rule that applies, or may.
   *
   * @param known of sets of rules, those that are not defeated
   */
  private Finding finding(int at, Map<int[], List<Rule>> known) {
    Rule rule = policy.rules().get(ruled.rule(at));
    int effective = ruled.effectiveAt(at);
    Standing standing =
        switch (effective) {
          case Row.TRUE -> Standing.APPLIED;
          case Row.FALSE -> Standing.DEFEATED;
          default -> Standing.UNKNOWN;
        };
    // Nothing defeats what has effect, nor may.
    List<Rule> defeatedBy = effective == Row.TRUE ? List.of() : defeating(rule.index(), known);
    return new Finding(rule, standing, operative(at, rule), defeatedBy);
  }

  private List<Rule> defeating(int rule, Map<int[], List<Rule>> known) {
    List<List<Rule>> sets = new ArrayList<>();
    for (int[] set : policy.defeaters().get(rule)) {
      List<Rule> effective = known.computeIfAbsent(set, this::effective);
      if (!effective.isEmpty()) {
        sets.add(effective);
      }
    }
    return Joined.of(sets);
  }

  /** Those of ascending rules that are not defeated. */
  private List<Rule> effective(int[] rules) {
    List<Rule> some = new ArrayList<>();
    // Of many rules few apply.
    boolean areMany = rules.length > ruled.count();
    for (int at = 0; at < (areMany ? ruled.count() : rules.length); at++) {
      int i = areMany ? ruled.rule(at) : rules[at];
      if (ruled.effective(i) != Row.FALSE && (!areMany || Arrays.binarySearch(rules, i) >= 0)) {
        some.add(policy.rules().get(i));
      }
    }
    return some;
  }

  /** Does the outcome rest on the rule at a place? */
  private boolean operative(int at, Rule rule) {
    int truth = ruled.effectiveAt(at);
    if (!clashing.isEmpty()) {
      return truth != Row.FALSE && clashing.contains(rule);
    }
    int met = ruled.metAt(at);
    if (ruled.outcome != Outcome.UNDETERMINED) {
      return Grounds.hold(rule, ruled.outcome, truth, met, ruled.completed);
    }
    if (truth == Row.FALSE) {
      return false;
    }
    return switch (rule.effect()) {
      case Effect.Forbid _ -> truth == Row.MAYBE;
      case Effect.Require _ -> met != Row.TRUE && !addsNothing(rule);
      case Effect.Exempt _ -> truth == Row.MAYBE && isAtWork(rule);
      case Effect.Permit _, Effect.Oblige _, Effect.Presume _, Effect.Advise _ -> false;
    };
  }

  /** Does the rule defeat, or may it defeat, one that applies or may? */
  private boolean isAtWork(Rule rule) {
    boolean[] known = atWork;
    if (known == null) {
      known = atWork();
      atWork = known;
    }
    return known[rule.index()];
  }

  private boolean[] atWork() {
    boolean[] atWork = new boolean[policy.rules().size()];
    Set<int[]> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int at = 0; at < ruled.count(); at++) {
      for (int[] defeaters : policy.defeaters().get(ruled.rule(at))) {
        if (done.add(defeaters)) {
          for (int each : defeaters) {
            atWork[each] = true;
          }
        }
      }
    }
    return atWork;
  }

  /** For each number of what is required, whether some rule surely requires it. */
  boolean[] surely() {
    boolean[] known = surely;
    if (known == null) {
      known = common.verdict.surely(ruled);
      surely = known;
    }
    return known;
  }

  /** May the rule apply, and is what it asks for surely required anyway? */
  boolean addsNothing(Rule rule) {
    return isOpen(rule) && surely()[common.verdict.asked(rule.index(), surely())];
  }

  boolean isOpen(Rule rule) {
    return ruled.effective(rule.index()) == Row.MAYBE;
  }
}

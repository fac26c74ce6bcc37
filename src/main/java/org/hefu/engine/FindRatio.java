package org.hefu.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.index.Conditions;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.node.TruthNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds on what of a flow its outcome hangs. One thread may use it.
 *
 * @see Reasoning
 */
final class FindRatio {
  final Policy policy;
  final Verdict verdict;
  final Steps steps;

  /** What conditions say of single slots. */
  final Conditions conditions;

  /** Is a text asked, and no draft? */
  final Predicate<Instrument> isCounted;

  final List<Rule> bans;
  final List<Rule> requirements;

  /** For each guard, a rule behind it. */
  final List<Rule> guarded;

  /** Of each pair of texts that could clash, the rules by which each could speak. */
  final List<List<int[]>> pairs;

  /** Of these rules, those that permit or exempt: without one, texts do not clash. */
  final int[] allowing;

  /** Is the act completed? */
  final Term completed;

  /** The slots that presumptions fill in, and what stands there where nothing is known. */
  private final Map<Integer, Long> presumed = new HashMap<>();

  /** The slots that stand in bytes, too. */
  private final BitSet small = new BitSet();

  private final boolean[] counts;
  private final TruthNode[] applies;
  private final IdentityHashMap<Rule, List<Term>> terms = new IdentityHashMap<>();
  private final IdentityHashMap<Rule, List<Term>> guards = new IdentityHashMap<>();
  private final IdentityHashMap<Term, TruthNode> nodes = new IdentityHashMap<>();
  private Map<Point, Double> shares = Map.of();

  FindRatio(
      Policy policy,
      Verdict verdict,
      Steps steps,
      Predicate<Instrument> isCounted,
      List<List<int[]>> pairs,
      int[] allowing) {
    this.policy = policy;
    this.verdict = verdict;
    this.steps = steps;
    this.conditions = new Conditions(steps::isStated);
    this.isCounted = isCounted;
    this.pairs = pairs;
    this.allowing = allowing;
    List<Rule> rules = policy.rules();
    this.counts = new boolean[rules.size()];
    rules.forEach(r -> counts[r.index()] = isCounted.test(r.instrument()));
    this.bans = counted(r -> r.effect() instanceof Effect.Forbid);
    this.requirements = counted(r -> r.effect() instanceof Effect.Require);
    this.guarded =
        List.copyOf(
            counted(r -> !r.effect().spokenOf().isEmpty()).stream()
                .collect(Collectors.toMap(r -> verdict.guardOf(r.index()), r -> r, (one, _) -> one))
                .values());
    policy.request().facts().stream().filter(Fact::isSmall).forEach(f -> small.set(f.slot()));
    for (Step each : policy.steps()) {
      if (each instanceof Step.Presume(var fact, _)) {
        presumed.put(fact.slot(), Row.unknown(fact.type()));
      }
    }
    this.applies = rules.stream().map(Lower.ALL::rule).toArray(TruthNode[]::new);
    Fact stage = policy.request().stage();
    Kind.Member member = ((Type.Of) stage.type()).kind().member("completed").orElseThrow();
    this.completed =
        new Term.Same(
            stage.declared(),
            new Term.Stated(stage.declared(), stage),
            new Term.Constant(stage.declared(), stage.type(), member.index()));
  }

  private List<Rule> counted(Predicate<Rule> some) {
    return policy.rules().stream().filter(r -> counts[r.index()]).filter(some).toList();
  }

  /** The outcome. */
  List<Matter> outcome() {
    return List.of(Reasoning::outcome);
  }

  /** How all rules stand. Which are defeated follows from which apply. */
  List<Matter> standings() {
    List<Matter> matters = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (counts(rule.index())) {
        matters.add((flow, to) -> flow.applies(rule, to));
        if (verdict.need(rule.index()) >= 0) {
          matters.add((flow, to) -> flow.met(rule, to));
        }
      }
    }
    guarded.forEach(r -> matters.add((flow, to) -> flow.governs(r, to)));
    matters.add(Reasoning::completed);
    return matters;
  }

  /** Prefers from now on those points on which what is told of most of these flows hangs. */
  void learn(List<Ratio> ratios) {
    Map<Point, Double> often = new HashMap<>();
    double share = 1.0 / ratios.size();
    ratios.forEach(r -> r.points().forEach(p -> often.merge(p, share, Double::sum)));
    shares = often;
  }

  /** The share of all flows of which that hangs on a point. */
  double share(Point point) {
    return shares.getOrDefault(point, 0.0);
  }

  /** Is the rule's text asked, and no draft? */
  boolean counts(int rule) {
    return counts[rule];
  }

  /** Makes nodes for what the steps leave. */
  Lower lower() {
    return steps.lower();
  }

  /** The row after all steps. */
  long[] row(long[] stated) {
    long[] row = stated.clone();
    for (Instrument each : policy.instruments()) {
      row[each.slot()] = isCounted.test(each) ? Row.TRUE : Row.FALSE;
    }
    steps.takeAll(row);
    return row;
  }

  /** For each rule, whether it applies, defeated or not. */
  byte[] applies(long[] row) {
    byte[] truths = new byte[applies.length];
    for (int i = 0; i < applies.length; i++) {
      truths[i] = counts[i] ? (byte) applies[i].execute(Steps.NO_FRAME, row) : Row.FALSE;
    }
    return truths;
  }

  /** The truth of a condition, in a row after all steps. */
  int truth(Term term, long[] row) {
    return nodes.computeIfAbsent(term, Lower.ALL::truth).execute(Steps.NO_FRAME, row);
  }

  Point stated(int slot) {
    return new Point.Stated(slot, small.get(slot));
  }

  /** What stands in a slot where a presumption fills it in; none if none ever does. */
  @Nullable Long presumedWhere(int slot) {
    return presumed.get(slot);
  }

  /** What must hold for the rule to apply. */
  List<Term> terms(Rule rule) {
    return terms.computeIfAbsent(
        rule,
        r ->
            List.of(
                new Term.InForce(r.declared(), r.instrument()),
                r.act(),
                r.when(),
                new Term.Not(r.declared(), r.unless())));
  }

  /** What must hold for the rule to govern a flow. */
  List<Term> guard(Rule rule) {
    Fact act = policy.request().act();
    Kind acts = ((Type.Of) act.type()).kind();
    return guards.computeIfAbsent(
        rule,
        r ->
            List.of(
                new Term.InForce(r.declared(), r.instrument()),
                new Term.Within(
                    r.declared(),
                    new Term.Stated(r.declared(), act),
                    acts,
                    r.effect().spokenOf())));
  }

  /** The choices that a requirement leaves: it is met if one of them is. */
  Stream<Term> choices(Rule requirement) {
    return verdict.choices(verdict.need(requirement.index())).stream()
        .map(p -> new Term.Derived(requirement.declared(), p.met()));
  }

  /** Whoever does what one asks for, does he what the other asks for? */
  boolean asksNoLess(Rule one, Rule other) {
    int mine = verdict.need(one.index());
    for (int each : verdict.narrower(other.index())) {
      if (each == mine) {
        return true;
      }
    }
    return false;
  }
}

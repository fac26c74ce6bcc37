package org.hefu.engine;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hefu.decide.Missing;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.node.NoFrame;
import org.hefu.node.StepNode;
import org.hefu.node.TruthNode;

/**
 * One flow, decided again and again with unknown facts filled in. Only what they leave open is
 * worked out anew: whatever is true or false stays so when more becomes known.
 */
public final class Trials {
  /**
   * What comes of the flow with some facts filled in.
   *
   * @param open the numbers of what is surely still to be done; empty unless it is conditional
   * @param grounds the indices of the rules on which it rests; empty where it is undetermined
   * @param pending the indices of the rules that leave it undetermined or, where it is conditional,
   *     leave it open what is still to be done
   */
  public record Trial(Outcome outcome, BitSet open, BitSet grounds, BitSet pending) {}

  private static final BitSet NONE = new BitSet();

  private final Policy policy;
  private final Common common;
  private final Verdict verdict;
  private final Clashes clashes;
  private final long[] start;
  private final byte[] applies;
  private final StepNode[] openSteps;
  private final int[] openRules;
  private final TruthNode[] openRuleNodes;

  /**
   * @param start the row after all steps, with what the flow states
   * @param applies for each rule, whether it applies
   */
  Trials(
      Policy policy,
      Common common,
      Verdict verdict,
      Clashes clashes,
      long[] start,
      byte[] applies) {
    this.policy = policy;
    this.common = common;
    this.verdict = verdict;
    this.clashes = clashes;
    this.start = start;
    this.applies = applies;
    this.openSteps =
        policy.steps().stream().filter(this::isOpen).map(this::step).toArray(StepNode[]::new);
    this.openRules =
        IntStream.range(0, applies.length).filter(i -> applies[i] == Row.MAYBE).toArray();
    this.openRuleNodes =
        IntStream.of(openRules)
            .mapToObj(i -> Lower.ALL.rule(policy.rules().get(i)))
            .toArray(TruthNode[]::new);
  }

  private StepNode step(Step step) {
    return step instanceof Step.Define(var definition)
        ? compared(definition)
            .<StepNode>map(c -> new CountNode(c, start))
            .orElseGet(() -> Lower.ALL.step(step))
        : Lower.ALL.step(step);
  }

  /** The comparison of a tally with the flow that the definition is, if it is one. */
  public Optional<Tally.Compared> compared(Definition definition) {
    return Optional.ofNullable(common.comparisons.get(definition));
  }

  private boolean isOpen(Step step) {
    return switch (step) {
      case Step.Define(var definition) -> {
        Type type = definition.body().type();
        // A known member of a tree may become a more precise one.
        boolean tree = type instanceof Type.Of(var kind) && kind.shape() == Kind.Shape.TREE;
        yield tree || Row.isUnknown(type, start[definition.slot()]);
      }
      case Step.Apply(var instrument) -> start[instrument.slot()] == Row.MAYBE;
      case Step.Presume(var fact, _) -> Row.isUnknown(fact.type(), start[fact.slot()]);
      case Step.Ask(var match, _) -> start[match.slot()] == Row.MAYBE;
      case Step.Search(var stored, _) -> start[stored.covered()] == Row.MAYBE;
    };
  }

  public Policy policy() {
    return policy;
  }

  /** The row with what the flow states, to be filled in further. */
  public long[] row() {
    return start.clone();
  }

  /** Does the rule govern the flow, as far as the flow says? */
  public int governs(Rule rule) {
    return verdict.governs(rule.index(), start);
  }

  /** Is the act completed, as far as the flow says? */
  public int completed() {
    return verdict.completed(start);
  }

  /** Is the act completed, in a row? */
  public int completed(long[] row) {
    return verdict.completed(row);
  }

  /** Is the fact neither stated nor presumed? */
  public boolean isUnknown(Fact fact) {
    return Row.isUnknown(fact.type(), start[fact.slot()]);
  }

  /** Is the fact unknown, or may it be stated more precisely? */
  public static boolean isOpen(Fact fact, long[] row) {
    return Row.isUnknown(fact.type(), row[fact.slot()])
        || switch (fact.type()) {
          case Type.Of(var kind) ->
              row[fact.slot()] < kind.members().size()
                  && Kind.isDivided(kind.member((int) row[fact.slot()]));
          case Type.SetOf(var kind) ->
              Facts.members(fact, kind, row).stream().anyMatch(Kind::isDivided);
          default -> false;
        };
  }

  /** What is required under a number. */
  public List<Procedure> choices(int number) {
    return verdict.choices(number);
  }

  /**
   * What leaves it open whether texts differ, as far as the flow says: in the rules by which the
   * texts may speak, in what may defeat these, and in whether what they require is done.
   */
  public List<Missing> clashing() {
    byte[] effective = applies.clone();
    verdict.defeat(effective);
    Gaps gaps = new Gaps(new Probe(common, start), policy);
    Set<Rule> rules = new HashSet<>();
    Deque<Rule> open = new ArrayDeque<>(clashes.speaking(start, effective));
    while (!open.isEmpty()) {
      Rule rule = open.removeFirst();
      if (!rules.add(rule)) {
        continue;
      }
      gaps.applies(rule);
      gaps.met(rule);
      for (int[] defeaters : policy.defeaters().get(rule.index())) {
        for (int defeater : defeaters) {
          open.addLast(policy.rules().get(defeater));
        }
      }
    }
    return gaps.missing();
  }

  /** Fills in, in place, what follows from the facts that were filled in. */
  public void follow(long[] row) {
    for (StepNode step : openSteps) {
      step.execute(NoFrame.NONE, row);
    }
  }

  /** The truth of a condition in a row. */
  public int truth(Term term, long[] row) {
    return common.truth(term).execute(NoFrame.NONE, row);
  }

  /** The truth of a condition, as far as the flow says. */
  public int truth(Term term) {
    return truth(term, start);
  }

  /** What a term comes to that is no condition, as far as the flow says. */
  public long value(Term term) {
    return Lower.ALL.value(term).execute(NoFrame.NONE, start);
  }

  /**
   * What comes of a row in which facts were filled in; what follows from them is filled in, too.
   */
  public Trial of(long[] row) {
    follow(row);
    byte[] now = applies.clone();
    for (int i = 0; i < openRules.length; i++) {
      now[openRules[i]] = (byte) openRuleNodes[i].execute(NoFrame.NONE, row);
    }
    verdict.defeat(now);
    Outcome outcome = verdict.outcome(row, now);
    if (outcome != Outcome.UNDETERMINED && clashes.mayBeOpen(row, now)) {
      // Which of two texts applies is not for facts to settle.
      outcome = Outcome.UNDETERMINED;
    }
    boolean undetermined = outcome == Outcome.UNDETERMINED;
    boolean conditional = outcome == Outcome.CONDITIONAL;
    return new Trial(
        outcome,
        conditional ? verdict.open(row, now) : NONE,
        undetermined ? NONE : grounds(outcome, row, now),
        undetermined || conditional ? verdict.pending(row, now) : NONE);
  }

  private BitSet grounds(Outcome outcome, long[] row, byte[] now) {
    BitSet grounds = new BitSet(now.length);
    int completed = verdict.completed(row);
    for (Rule rule : policy.rules()) {
      int i = rule.index();
      if (now[i] == Row.TRUE
          && Grounds.hold(rule, outcome, now[i], verdict.met(i, row), completed)) {
        grounds.set(i);
      }
    }
    return grounds;
  }
}

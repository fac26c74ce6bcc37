package org.hefu.engine;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hefu.code.Code;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.node.FillNode;
import org.hefu.node.StepNode;
import org.jspecify.annotations.Nullable;

/** The steps of a policy, each taken only when something asks for what it fills in. */
final class Steps {
  /** Conditions read the row alone, so that any frame will do. */
  static final VirtualFrame NO_FRAME =
      Truffle.getRuntime().createVirtualFrame(new Object[0], new FrameDescriptor());

  /** Where more of them hang one on the other, all are taken in their order. */
  private static final int DEEPEST = 50;

  private static final int NONE = -1;
  private static final int[] NOTHING = {};

  private final FillNode[] nodes;

  /**
   * For each step, those that must be taken before it, and before what it reads. Definitions are
   * not among them: they are worked out where somebody reads them.
   */
  private final int[][] before;

  /** For each slot, the step that fills it in. */
  private final int[] filling;

  /** For each step, the slot of the definition that it works out; none for other steps. */
  private final int[] defines;

  /** For each step: does it, or what it reads, ask others? */
  private final boolean[] areDear;

  private final boolean areTooDeep;
  private final Lower lower;

  Steps(Policy policy) {
    List<Step> steps = policy.steps();
    this.nodes = new FillNode[steps.size()];
    this.before = new int[nodes.length][];
    this.defines = new int[nodes.length];
    this.areDear = new boolean[nodes.length];
    this.filling = new int[policy.slots()];
    Arrays.fill(filling, NONE);
    this.lower = new Lower(Tally.comparisons(policy.tallies()), this::defining);
    int[] depth = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Set<Integer> slots = new TreeSet<>();
      reads(steps.get(i), slots);
      int[] read = filling(slots);
      for (int each : read) {
        depth[i] = Math.max(depth[i], depth[each] + 1);
      }
      before[i] = needed(read);
      nodes[i] = lower.step(steps.get(i));
      areDear[i] = nodes[i].isDear() || isAnyDear(read);
      defines[i] = steps.get(i) instanceof Step.Define(var definition) ? definition.slot() : NONE;
      filling[fills(steps.get(i))] = i;
    }
    this.areTooDeep = Arrays.stream(depth).anyMatch(d -> d > DEEPEST);
  }

  /** Those of some steps that must be taken before their slots are read. */
  private int[] needed(int[] some) {
    int[] needed =
        IntStream.of(some).filter(s -> defines[s] == NONE || before[s].length > 0).toArray();
    return needed.length == 0 ? NOTHING : needed;
  }

  private boolean isAnyDear(int[] some) {
    return IntStream.of(some).anyMatch(s -> areDear[s]);
  }

  /**
   * Does anything that these conditions hang on take long, or may it fail, because others are
   * asked?
   */
  boolean areDear(Collection<Term> terms) {
    return isAnyDear(filling(terms));
  }

  private @Nullable StepNode defining(int slot) {
    return filling[slot] == NONE ? null : nodes[filling[slot]];
  }

  /** Not where one hangs on too many others. */
  boolean canBeCode() {
    return !areTooDeep;
  }

  /** Begins code of their own for all steps. */
  Code code(IntPredicate isLeftOut) {
    return new Code(List.of(nodes), isLeftOut);
  }

  /** Makes nodes that find out for themselves what of the row is pending. */
  Lower lower() {
    return lower;
  }

  private static int fills(Step step) {
    return switch (step) {
      case Step.Define(var definition) -> definition.slot();
      case Step.Apply(var instrument) -> instrument.slot();
      case Step.Presume(var fact, _) -> fact.slot();
      case Step.Ask(var match, _) -> match.slot();
      case Step.Search(var stored, _) -> stored.covered();
    };
  }

  private static void reads(Step step, Set<Integer> slots) {
    switch (step) {
      case Step.Define(var definition) -> reads(definition.body(), slots);
      case Step.Apply(var instrument) -> reads(instrument.applies(), slots);
      case Step.Ask(var match, _) -> slots.add(match.fact().slot());
      case Step.Search(var stored, _) -> stored.facts().forEach(f -> slots.add(f.slot()));
      case Step.Presume(_, var rules) -> {
        for (Rule rule : rules) {
          slots.add(rule.instrument().slot());
          reads(rule.act(), slots);
          reads(rule.when(), slots);
          reads(rule.unless(), slots);
        }
      }
    }
  }

  private static void reads(Term term, Set<Integer> slots) {
    switch (term) {
      case Term.Stated(_, var fact) -> slots.add(fact.slot());
      case Term.Known(_, var fact) -> slots.add(fact.slot());
      case Term.Has(_, var fact, _, _) -> slots.add(fact.slot());
      case Term.Derived(_, var definition) -> slots.add(definition.slot());
      case Term.InForce(_, var instrument) -> slots.add(instrument.slot());
      case Term.Matches(_, var match) -> slots.add(match.slot());
      case Term.InStore(_, var stored) -> slots.add(stored.covered());
      default -> term.parts().forEach(p -> reads(p, slots));
    }
  }

  /** The steps that fill in what these conditions read. */
  private int[] filling(Collection<Term> terms) {
    Set<Integer> slots = new TreeSet<>();
    terms.forEach(t -> reads(t, slots));
    return filling(slots);
  }

  private int[] filling(Set<Integer> slots) {
    return slots.stream().mapToInt(s -> filling[s]).filter(s -> s != NONE).sorted().toArray();
  }

  /** Does the slot hold what the flow states, whatever the policy says? */
  boolean isStated(int slot) {
    return filling[slot] == NONE;
  }

  /** The steps that fill in these slots. */
  int[] of(int... slots) {
    return IntStream.of(slots).map(s -> filling[s]).filter(s -> s != NONE).distinct().toArray();
  }

  /** The steps that must be taken before these conditions are worked out. */
  int[] before(Collection<Term> terms) {
    if (terms.isEmpty()) {
      return NOTHING;
    }
    return needed(filling(terms));
  }

  /** Does the condition read nothing but what the flow states, whatever the policy says? */
  boolean isOfStated(Term term) {
    return filling(List.of(term)).length == 0;
  }

  /** Fills in a row whose instruments' slots say which are asked. */
  void takeAll(long[] row) {
    for (FillNode each : nodes) {
      each.execute(NO_FRAME, row);
    }
  }

  /** A row that is filled in step by step; for one thread, again and again. */
  final class Filled {
    final long[] row = new long[filling.length];
    private final int[] taken = new int[nodes.length];
    private int now;

    /** Begins with another flow, which the row already holds. */
    void begin() {
      if (++now == 0) {
        Arrays.fill(taken, 0);
        now = 1;
      }
      if (areTooDeep) {
        for (int i = 0; i < nodes.length; i++) {
          nodes[i].execute(NO_FRAME, row);
          taken[i] = now;
        }
      }
    }

    /** Another number for each flow. */
    int now() {
      return now;
    }

    /** Takes these steps, unless they are taken, and whatever must be taken before them. */
    void take(int[] steps) {
      prepare(steps);
      for (int step : steps) {
        if (defines[step] != NONE && row[defines[step]] == Row.PENDING) {
          nodes[step].execute(NO_FRAME, row);
        }
      }
    }

    /** The same, but leaves definitions to those who read them. */
    void prepare(int[] steps) {
      for (int step : steps) {
        if (taken[step] != now) {
          taken[step] = now;
          prepare(before[step]);
          if (defines[step] == NONE) {
            nodes[step].execute(NO_FRAME, row);
          }
        }
      }
    }
  }
}

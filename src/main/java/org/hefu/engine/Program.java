package org.hefu.engine;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.impl.DefaultTruffleRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.hefu.decide.Conflict;
import org.hefu.decide.Decision;
import org.hefu.fact.Facts;
import org.hefu.fact.Modules;
import org.hefu.fact.Required;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.node.RulesRootNode;
import org.hefu.node.StepNode;
import org.hefu.node.StepsRootNode;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.jspecify.annotations.Nullable;

/** A policy ready to decide flows. Threads may share it. */
public final class Program {
  /**
   * One call target for so many rules: more would be too large to compile, fewer would cost calls.
   */
  private static final int STRETCH = 32;

  private static final int NONE = -1;

  /** Nor has it more nodes than this, unless a single rule or step has. */
  private static final int LARGEST = 1024;

  private static final Bilingual OTHER_POLICY =
      new Bilingual("这些事实是为另一个策略读取的", "these facts were read for another policy");

  private final Policy policy;
  private final Verdict verdict;
  private final Clashes clashes;

  /** The modules that have a text. */
  private final Lazy<Set<String>> modules;

  private final Workers outcomes;
  private final Workers reasoned;
  private final Lazy<CallTarget[]> steps;
  private final Lazy<CallTarget[]> rules;
  private final Lazy<Common> common;

  /** In place of the call targets, where little is decided. */
  private final @Nullable Once once;

  private final Instrument[] instruments;

  /** Which texts would give way to a draft of the same instrument if it were adopted. */
  private final boolean[] isReplaced;

  private Program(
      Policy policy,
      @Nullable TruffleLanguage<?> language,
      @Nullable Once once,
      Patience patience) {
    this.policy = policy;
    this.once = once;
    this.verdict = new Verdict(policy);
    this.clashes = new Clashes(policy, verdict);
    this.modules = new Lazy<>(() -> Modules.withText(policy));
    // Who asks for outcomes alone needs no nodes for all rules, who seldom asks for reasons no
    // index.
    this.outcomes = workers(patience, false, u -> u.isEmpty() ? 1 : patience.index());
    this.reasoned = workers(patience, true, _ -> patience.index());
    this.steps = new Lazy<>(() -> steps(policy.steps(), language));
    this.rules = new Lazy<>(() -> rules(policy.rules(), language));
    this.common = new Lazy<>(() -> new Common(policy, verdict));
    this.instruments = policy.instruments().toArray(Instrument[]::new);
    this.isReplaced = new boolean[instruments.length];
    for (int i = 0; i < instruments.length; i++) {
      Instrument each = instruments[i];
      isReplaced[i] =
          !each.isDraft()
              && policy.instruments().stream().anyMatch(d -> d.isDraft() && d.isSameAs(each));
    }
  }

  private Workers workers(
      Patience patience, boolean areReasoned, ToIntFunction<Set<String>> often) {
    return new Workers(
        using ->
            new Outcomes(
                policy,
                verdict,
                clashes,
                Asked.of(using)::includes,
                areReasoned,
                patience.growing()),
        this::check,
        often,
        patience);
  }

  /** Outside any polyglot context. */
  public static Program of(Policy policy) {
    return new Program(policy, null, null, Patience.USUAL);
  }

  /**
   * Outside any polyglot context, and for so many outcomes that what makes them fast is made at the
   * first, not after a thousand.
   */
  public static Program often(Policy policy) {
    return often(policy, Patience.USUAL.learned());
  }

  /**
   * The same.
   *
   * @param learned after how many outcomes more it is made once again, for flows like those: what
   *     most of them asked for comes first
   */
  public static Program often(Policy policy, int learned) {
    return often(policy, learned, Patience.USUAL.growing());
  }

  /**
   * The same, and what has been decided tells of other flows from the first few on, whether or not
   * that is worth it: nothing is done beside the decisions, which wait for it.
   *
   * @param looked of so many flows that is made for the first time
   */
  public static Program often(Policy policy, int learned, int looked) {
    return often(policy, learned, new Patience.Growing(1, 1, looked, 0, false));
  }

  private static Program often(Policy policy, int learned, Patience.Growing growing) {
    return new Program(policy, null, null, new Patience(1, 1, learned, growing));
  }

  /** For a few decisions: starts fastest and is never compiled. One thread at a time may use it. */
  public static Program once(Policy policy) {
    return new Program(policy, null, new Once(policy), Patience.USUAL);
  }

  /** Is there a runtime that makes machine code of what is decided often? */
  public static boolean isOptimized() {
    return !(Truffle.getRuntime() instanceof DefaultTruffleRuntime);
  }

  /** As part of a language, in a polyglot context. */
  public static Program of(Policy policy, TruffleLanguage<?> language) {
    return new Program(policy, language, null, Patience.USUAL);
  }

  private static CallTarget[] steps(List<Step> steps, @Nullable TruffleLanguage<?> language) {
    List<CallTarget> targets = new ArrayList<>();
    for (List<Step> stretch : stretches(steps, Lower::size)) {
      StepNode[] nodes = stretch.stream().map(Lower.ALL::step).toArray(StepNode[]::new);
      targets.add(new StepsRootNode(language, nodes).getCallTarget());
    }
    return targets.toArray(CallTarget[]::new);
  }

  private static CallTarget[] rules(List<Rule> rules, @Nullable TruffleLanguage<?> language) {
    List<CallTarget> targets = new ArrayList<>();
    for (List<Rule> stretch : stretches(rules, Lower::size)) {
      targets.add(new RulesRootNode(language, Lower.ALL.rules(stretch)).getCallTarget());
    }
    return targets.toArray(CallTarget[]::new);
  }

  private static <T> List<List<T>> stretches(List<T> all, ToIntFunction<T> size) {
    List<List<T>> stretches = new ArrayList<>();
    int from = 0;
    int nodes = 0;
    for (int to = 0; to < all.size(); to++) {
      int next = size.applyAsInt(all.get(to));
      if (to > from && (to - from == STRETCH || nodes + next > LARGEST)) {
        stretches.add(all.subList(from, to));
        from = to;
        nodes = 0;
      }
      nodes += next;
    }
    if (from < all.size()) {
      stretches.add(all.subList(from, all.size()));
    }
    return stretches;
  }

  public Policy policy() {
    return policy;
  }

  /**
   * The outcome alone, under the law in force: drafts never change it.
   *
   * @throws IllegalArgumentException if the facts were read for another policy or lack one that
   *     must be stated, or a module that is asked is none of the policy
   */
  public Outcome outcome(Facts facts, Asked asked) {
    if (facts.areReadyFor(policy)) {
      Worker worker = outcomes.get(asked.using());
      Outcome found = worker == null ? null : worker.of(facts);
      if (found != null) {
        return found;
      }
    }
    return facts.isDivided()
        ? Outcome.worst(Parts.of(this, facts).stream().map(p -> outcome(p.facts(), asked)).toList())
        : byRow(facts, asked);
  }

  /** The outcome of a flow without parts, without an index. */
  private Outcome byRow(Facts facts, Asked asked) {
    long[] row = row(facts, asked, false, NONE);
    byte[] effective = applies(row);
    verdict.defeat(effective);
    Outcome outcome = verdict.outcome(row, effective);
    if (outcome == Outcome.UNDETERMINED || !clashes.arePossible()) {
      return outcome;
    }
    return clashes.isOpen(row, effective, i -> without(i, facts, asked, false))
        ? Outcome.UNDETERMINED
        : outcome;
  }

  /**
   * The outcome with its reasons, under the law in force; beside it, where that is asked, what it
   * would be if the drafts were adopted.
   *
   * @throws IllegalArgumentException if the facts were read for another policy or lack one that
   *     must be stated, or a module that is asked is none of the policy
   */
  public Decision decide(Facts facts, Asked asked) {
    if (!facts.parts().isEmpty()) {
      return Parts.whole(
          facts,
          Parts.of(this, facts).stream()
              .map(p -> new Decision.Part(p.name(), decide(p.facts(), asked)))
              .toList());
    }
    Decision decision = reasons(facts, asked, false);
    return asked.withDrafts() ? decision.beside(reasons(facts, asked, true).adopted()) : decision;
  }

  private Reasons reasons(Facts facts, Asked asked, boolean drafts) {
    // Reasons that are read later are those of the flow as it was.
    Facts then = facts.copy();
    Set<String> using = asked.using();
    Ruled found = drafts || once != null ? null : ruled(facts, asked);
    if (found != null) {
      Supplier<long[]> row = () -> row(then, asked, false, NONE);
      Common all = common.get();
      return new Reasons(all, then, using, row, found.outline(all), List.of());
    }
    long[] row = row(facts, asked, drafts, NONE);
    byte[] applies = applies(row);
    byte[] effective = applies.clone();
    verdict.defeat(effective);
    Ruled ruled = Ruled.of(row, applies, effective, verdict);
    // Where facts are wanting the answer is open anyway.
    List<Conflict> conflicts =
        ruled.outcome == Outcome.UNDETERMINED || !clashes.arePossible()
            ? List.of()
            : clashes.conflicts(row, effective, i -> without(i, facts, asked, drafts));
    Outline outline = new Outline(common.get(), ruled, Conflict.rules(conflicts));
    return new Reasons(common.get(), then, using, () -> row, outline, conflicts);
  }

  /** How the rules stand, by an index; none where that is not worth one, or cannot tell. */
  private @Nullable Ruled ruled(Facts facts, Asked asked) {
    Worker worker = facts.areReadyFor(policy) ? reasoned.get(asked.using()) : null;
    return worker == null ? null : worker.ruled(facts);
  }

  /** What is common to all flows. */
  Common common() {
    return common.get();
  }

  /** The outcome as if one instrument were not in force. */
  private Outcome without(int instrument, Facts facts, Asked asked, boolean drafts) {
    long[] row = row(facts, asked, drafts, instrument);
    byte[] effective = applies(row);
    verdict.defeat(effective);
    return verdict.outcome(row, effective);
  }

  /** The row after all steps, under the law in force. */
  long[] row(Facts facts, Asked asked) {
    return row(facts, asked, false, NONE);
  }

  /**
   * The flow, to be decided again and again with unknown facts filled in.
   *
   * @param drafts whether drafts count as if adopted
   */
  public Trials trials(Facts facts, Asked asked, boolean drafts) {
    long[] row = row(facts, asked, drafts, NONE);
    return new Trials(policy, common.get(), verdict, clashes, row, applies(row));
  }

  /**
   * The row after all steps.
   *
   * @param drafts whether drafts count as if adopted
   * @param without the number of an instrument that does not count, or {@link #NONE}
   */
  private long[] row(Facts facts, Asked asked, boolean drafts, int without) {
    if (facts.policy() != policy) {
      throw new IllegalArgumentException(OTHER_POLICY.in(Language.ofDefault()));
    }
    Required.check(facts);
    check(asked.using());
    long[] row = facts.row();
    for (int i = 0; i < instruments.length; i++) {
      Instrument each = instruments[i];
      boolean isThere = drafts ? !isReplaced[i] : !each.isDraft();
      boolean counts = i != without && isThere && asked.includes(each);
      row[each.slot()] = counts ? Row.TRUE : Row.FALSE;
    }
    if (once != null) {
      once.steps(row);
      return row;
    }
    for (CallTarget stretch : steps.get()) {
      stretch.call(row);
    }
    return row;
  }

  /** Refuses modules that are not there: they would be answered as if they were silent. */
  private void check(Set<String> using) {
    if (!using.isEmpty() && !modules.get().containsAll(using)) {
      Modules.check(using, policy);
    }
  }

  private byte[] applies(long[] row) {
    byte[] applies = new byte[policy.rules().size()];
    if (once != null) {
      once.rules(row, applies);
      return applies;
    }
    for (CallTarget stretch : rules.get()) {
      stretch.call(row, applies);
    }
    return applies;
  }
}

package org.hefu.engine;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hefu.decide.Decision;
import org.hefu.fact.Facts;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.node.RulesRootNode;
import org.hefu.node.StepNode;
import org.hefu.node.StepsRootNode;
import org.jspecify.annotations.Nullable;

/** A policy ready to decide flows. Threads may share it. */
public final class Program {
  /**
   * One call target for so many rules: more would be too large to compile, fewer would cost calls.
   */
  private static final int STRETCH = 32;

  private final Policy policy;
  private final Verdict verdict;
  private final CallTarget[] steps;
  private final CallTarget[] rules;
  private final int[] instruments;
  private final String[] modules;

  private Program(Policy policy, @Nullable TruffleLanguage<?> language) {
    this.policy = policy;
    this.verdict = new Verdict(policy);
    this.steps = steps(policy.steps(), language);
    this.rules = rules(policy.rules(), language);
    this.instruments = policy.instruments().stream().mapToInt(Instrument::slot).toArray();
    this.modules = policy.instruments().stream().map(Instrument::module).toArray(String[]::new);
  }

  /** Outside any polyglot context: starts fastest. */
  public static Program of(Policy policy) {
    return new Program(policy, null);
  }

  /** As part of a language, in a polyglot context. */
  public static Program of(Policy policy, TruffleLanguage<?> language) {
    return new Program(policy, language);
  }

  private static CallTarget[] steps(List<Step> steps, @Nullable TruffleLanguage<?> language) {
    List<CallTarget> targets = new ArrayList<>();
    for (int from = 0; from < steps.size(); from += STRETCH) {
      List<Step> stretch = steps.subList(from, Math.min(steps.size(), from + STRETCH));
      StepNode[] nodes = stretch.stream().map(Lower::step).toArray(StepNode[]::new);
      targets.add(new StepsRootNode(language, nodes).getCallTarget());
    }
    return targets.toArray(CallTarget[]::new);
  }

  private static CallTarget[] rules(List<Rule> rules, @Nullable TruffleLanguage<?> language) {
    List<CallTarget> targets = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += STRETCH) {
      List<Rule> stretch = rules.subList(from, Math.min(rules.size(), from + STRETCH));
      targets.add(new RulesRootNode(language, Lower.rules(stretch)).getCallTarget());
    }
    return targets.toArray(CallTarget[]::new);
  }

  public Policy policy() {
    return policy;
  }

  /** The outcome alone. {@code using} names the modules the question is put to; empty for all. */
  public Outcome outcome(Facts facts, Set<String> using) {
    long[] row = row(facts, using);
    byte[] effective = applies(row);
    verdict.defeat(effective);
    return verdict.outcome(row, effective);
  }

  /** The outcome with its reasons. */
  public Decision decide(Facts facts, Set<String> using) {
    long[] row = row(facts, using);
    byte[] applies = applies(row);
    byte[] effective = applies.clone();
    verdict.defeat(effective);
    return new Reasons(policy, facts, using, verdict, row, applies, effective).decision();
  }

  /** The flow, to be decided again and again with unknown facts filled in. */
  public Trials trials(Facts facts, Set<String> using) {
    long[] row = row(facts, using);
    return new Trials(policy, verdict, row, applies(row));
  }

  /** The row after all steps. */
  private long[] row(Facts facts, Set<String> using) {
    if (facts.policy() != policy) {
      throw new IllegalArgumentException("these facts were read for another policy");
    }
    long[] row = facts.row();
    for (int i = 0; i < instruments.length; i++) {
      row[instruments[i]] = using.isEmpty() || using.contains(modules[i]) ? Row.TRUE : Row.FALSE;
    }
    for (CallTarget stretch : steps) {
      stretch.call(row);
    }
    return row;
  }

  private byte[] applies(long[] row) {
    byte[] applies = new byte[policy.rules().size()];
    for (CallTarget stretch : rules) {
      stretch.call(row, applies);
    }
    return applies;
  }
}

package org.hefu.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.decide.Conflict;
import org.hefu.decide.Decision;
import org.hefu.decide.FactValue;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.IfAdopted;
import org.hefu.decide.Missing;
import org.hefu.decide.Presumption;
import org.hefu.decide.Requirement;
import org.hefu.decide.Truth;
import org.hefu.fact.Facts;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;

/** Tells why a decision came out as it did. */
final class Reasons {
  private final Policy policy;
  private final Facts facts;
  private final Set<String> using;
  private final Verdict verdict;
  private final long[] row;
  private final byte[] applies;
  private final byte[] effective;
  private final List<Conflict> conflicts;

  /** The outcome, but for texts that differ. */
  private final Outcome outcome;

  /** The rules of texts that differ. */
  private final Set<Rule> clashing;

  private final boolean[] surely;
  private final boolean[] atWork;

  /** Sets of defeaters that have been gone through for what they leave open. */
  private final Set<int[]> opened = Collections.newSetFromMap(new IdentityHashMap<>());

  private final IdentityHashMap<int[], List<Rule>> defeating = new IdentityHashMap<>();
  private final Probe probe;
  private final Elements elements;

  /**
   * @param applies for each rule, whether it applies
   * @param effective whether it applies and is not defeated
   */
  Reasons(
      Policy policy,
      Facts facts,
      Set<String> using,
      Verdict verdict,
      long[] row,
      byte[] applies,
      byte[] effective,
      List<Conflict> conflicts) {
    this.policy = policy;
    this.facts = facts;
    this.using = using;
    this.verdict = verdict;
    this.row = row;
    this.applies = applies;
    this.effective = effective;
    this.conflicts = conflicts;
    this.outcome = verdict.outcome(row, effective);
    this.clashing =
        conflicts.stream()
            .flatMap(c -> Stream.of(c.one(), c.other()))
            .flatMap(s -> s.rules().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.surely = verdict.surely(effective);
    this.atWork = atWork(policy, applies);
    this.probe = new Probe(row);
    this.elements = new Elements(facts, probe);
  }

  Decision decision() {
    List<Finding> findings = new ArrayList<>();
    List<Finding> duties = new ArrayList<>();
    List<Finding> advice = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      boolean governs = verdict.governs(rule.index(), row) != Row.FALSE;
      switch (rule.effect()) {
        case Effect.Oblige _ when effective[rule.index()] != Row.FALSE -> duties.add(finding(rule));
        case Effect.Advise _ when effective[rule.index()] == Row.TRUE -> advice.add(finding(rule));
        case Effect.Oblige _, Effect.Advise _ -> {}
        default -> {
          if (governs) {
            findings.add(finding(rule));
          }
        }
      }
    }
    Outcome decided = clashing.isEmpty() ? outcome : Outcome.UNDETERMINED;
    Aftermath aftermath = new Aftermath(policy, verdict, probe, effective, decided);
    findings.sort((f, g) -> Boolean.compare(g.operative(), f.operative()));
    List<Requirement> requirements = requirements();
    return new Decision(
        decided,
        LocalDate.ofEpochDay(row[policy.request().on().slot()]),
        policy,
        using,
        versions(),
        drafts(),
        findings,
        requirements,
        duties,
        advice,
        presumptions(),
        missing(),
        stated(),
        Hash.policy(policy),
        Hash.facts(facts),
        aftermath.deadlines(),
        aftermath.states(findings),
        conflicts,
        Optional.empty(),
        new Granting(policy, probe).grants(findings, requirements),
        List.of(),
        Optional.empty());
  }

  /** Always: the drafts are counted. */
  IfAdopted ifAdopted() {
    Decision decision = decision();
    IfAdopted adopted = new IfAdopted(decision, List.of());
    Set<Instrument> governing =
        adopted.rules().stream()
            .map(Rule::instrument)
            .collect(Collectors.toCollection(HashSet::new));
    policy.rules().stream()
        .filter(r -> verdict.governs(r.index(), row) != Row.FALSE)
        .forEach(r -> governing.add(r.instrument()));
    List<Instrument> drafts =
        policy.instruments().stream().filter(i -> i.isDraft() && governing.contains(i)).toList();
    return new IfAdopted(decision, drafts);
  }

  private List<Instrument> versions() {
    return policy.instruments().stream().filter(i -> row[i.slot()] != Row.FALSE).toList();
  }

  private List<Instrument> drafts() {
    return policy.instruments().stream()
        .filter(i -> i.isDraft() && probe.truth(i.applies()) != Row.FALSE)
        .toList();
  }

  private Finding finding(Rule rule) {
    int i = rule.index();
    List<Rule> defeatedBy =
        applies[i] == Row.FALSE
            ? List.of()
            : Joined.of(
                policy.defeaters().get(i).stream()
                    .map(set -> defeating.computeIfAbsent(set, this::effective))
                    .toList());
    Standing standing =
        switch (effective[i]) {
          case Row.TRUE -> Standing.APPLIED;
          case Row.FALSE -> applies[i] == Row.FALSE ? Standing.NOT_APPLIED : Standing.DEFEATED;
          default -> Standing.UNKNOWN;
        };
    return new Finding(rule, standing, operative(rule), elements.of(rule), defeatedBy);
  }

  private List<Rule> effective(int[] rules) {
    return Arrays.stream(rules)
        .filter(r -> effective[r] != Row.FALSE)
        .mapToObj(policy.rules()::get)
        .toList();
  }

  /** Does the outcome rest on this rule? */
  private boolean operative(Rule rule) {
    int truth = effective[rule.index()];
    if (!clashing.isEmpty()) {
      return truth != Row.FALSE && clashing.contains(rule);
    }
    int met = verdict.met(rule.index(), row);
    if (outcome != Outcome.UNDETERMINED) {
      return Grounds.hold(rule, outcome, truth, met, verdict.completed(row));
    }
    if (truth == Row.FALSE) {
      return false;
    }
    return switch (rule.effect()) {
      case Effect.Forbid _ -> truth == Row.MAYBE;
      case Effect.Require _ -> met != Row.TRUE && !addsNothing(rule);
      case Effect.Exempt _ -> truth == Row.MAYBE && atWork[rule.index()];
      case Effect.Permit _, Effect.Oblige _, Effect.Presume _, Effect.Advise _ -> false;
    };
  }

  /** For each rule, whether it defeats, or may defeat, one that applies or may. */
  private static boolean[] atWork(Policy policy, byte[] applies) {
    boolean[] atWork = new boolean[applies.length];
    Set<int[]> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < applies.length; i++) {
      for (int[] defeaters : policy.defeaters().get(i)) {
        if (applies[i] != Row.FALSE && done.add(defeaters)) {
          for (int each : defeaters) {
            atWork[each] = true;
          }
        }
      }
    }
    return atWork;
  }

  private List<Requirement> requirements() {
    Map<Integer, List<Rule>> certain = new LinkedHashMap<>();
    Map<Integer, List<Rule>> possible = new LinkedHashMap<>();
    for (Rule rule : policy.rules()) {
      if (effective[rule.index()] != Row.FALSE && rule.effect() instanceof Effect.Require) {
        int asked = verdict.asked(rule.index(), surely);
        (surely[asked] ? certain : possible)
            .computeIfAbsent(asked, _ -> new ArrayList<>())
            .add(rule);
      }
    }
    List<Requirement> requirements = new ArrayList<>();
    certain.forEach((asked, rules) -> requirements.add(requirement(asked, true, rules)));
    possible.forEach((asked, rules) -> requirements.add(requirement(asked, false, rules)));
    return requirements;
  }

  /** May the rule apply, and is what it asks for surely required anyway? */
  private boolean addsNothing(Rule rule) {
    return isOpen(rule) && surely[verdict.asked(rule.index(), surely)];
  }

  private Requirement requirement(int asked, boolean certain, List<Rule> rules) {
    List<Requirement.Choice> each =
        verdict.choices(asked).stream()
            .map(p -> new Requirement.Choice(p, Truth.of(row[p.met().slot()])))
            .toList();
    Truth met =
        each.stream()
            .map(Requirement.Choice::met)
            .max(Comparator.naturalOrder())
            .orElse(Truth.FALSE);
    return new Requirement(each, met, certain, rules);
  }

  private List<Presumption> presumptions() {
    List<Presumption> presumptions = new ArrayList<>();
    for (Step step : policy.steps()) {
      if (!(step instanceof Step.Presume(Fact fact, List<Rule> rules)) || facts.isKnown(fact)) {
        continue;
      }
      FactValue value = elements.value(fact);
      for (Rule rule : rules) {
        boolean applied =
            row[rule.instrument().slot()] == Row.TRUE
                && probe.truth(rule.when()) == Row.TRUE
                && probe.truth(rule.unless()) == Row.FALSE;
        if (value.presumed() && applied) {
          presumptions.add(new Presumption(value, rule));
        }
      }
    }
    return presumptions;
  }

  private List<Missing> missing() {
    Gaps gaps = new Gaps(probe, policy);
    if (outcome == Outcome.UNDETERMINED || outcome == Outcome.CONDITIONAL) {
      open(gaps);
    }
    // A text that speaks only perhaps, or asks for what may be done, may turn out to be silent.
    for (Rule rule : clashing) {
      open(gaps, rule);
      gaps.met(rule);
    }
    return gaps.missing();
  }

  /** Notes what leaves the outcome open, or a requirement unconfirmed. */
  private void open(Gaps gaps) {
    boolean governed = false;
    for (Rule rule : policy.rules()) {
      governed |= verdict.governs(rule.index(), row) == Row.TRUE;
      if (effective[rule.index()] == Row.FALSE) {
        continue;
      }
      switch (rule.effect()) {
        case Effect.Forbid _ -> open(gaps, rule);
        case Effect.Require _ -> {
          if (verdict.met(rule.index(), row) != Row.TRUE && !addsNothing(rule)) {
            open(gaps, rule);
            gaps.met(rule);
            if (outcome == Outcome.UNDETERMINED && verdict.completed(row) == Row.MAYBE) {
              gaps.fact(policy.request().stage(), rule);
            }
          }
        }
        default -> {}
      }
    }
    if (outcome == Outcome.UNDETERMINED && !governed) {
      policy.rules().stream()
          .filter(r -> verdict.governs(r.index(), row) == Row.MAYBE)
          .forEach(gaps::applies);
    }
  }

  private boolean isOpen(Rule rule) {
    return effective[rule.index()] == Row.MAYBE;
  }

  /**
   * Notes what leaves the rule's effect open: its own application, or that of what may defeat it,
   * or of what may defeat that.
   */
  private void open(Gaps gaps, Rule rule) {
    if (!isOpen(rule)) {
      return;
    }
    if (applies[rule.index()] == Row.MAYBE) {
      gaps.applies(rule);
    }
    for (int[] defeaters : policy.defeaters().get(rule.index())) {
      if (opened.add(defeaters)) {
        for (int defeater : defeaters) {
          open(gaps, policy.rules().get(defeater));
        }
      }
    }
  }

  private List<FactValue> stated() {
    return policy.request().facts().stream().filter(facts::isKnown).map(elements::value).toList();
  }
}

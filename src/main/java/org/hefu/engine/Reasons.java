package org.hefu.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import org.hefu.decide.Deadline;
import org.hefu.decide.Decision;
import org.hefu.decide.FactValue;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Hashes;
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
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.jspecify.annotations.Nullable;

/** Tells why a decision came out as it did. */
final class Reasons {
  /** So many sets of rules defeat something, as a rule. */
  private static final int FEW = 4;

  private final Policy policy;
  private final Common common;
  private final Facts facts;
  private final Set<String> using;
  private final Verdict verdict;
  private final Ruled ruled;
  private final List<Conflict> conflicts;

  /** The outcome, but for texts that differ. */
  private final Outcome outcome;

  /** The rules of texts that differ. */
  private final Set<Rule> clashing;

  private boolean @Nullable [] surely;
  private boolean @Nullable [] atWork;

  private final IdentityHashMap<int[], List<Rule>> defeating = new IdentityHashMap<>(FEW);
  private final Probe probe;
  private final Elements elements;

  Reasons(
      Common common,
      Facts facts,
      Set<String> using,
      Verdict verdict,
      Probe probe,
      Ruled ruled,
      List<Conflict> conflicts) {
    this.policy = facts.policy();
    this.common = common;
    this.facts = facts;
    this.using = using;
    this.verdict = verdict;
    this.ruled = ruled;
    this.conflicts = conflicts;
    this.outcome = ruled.outcome;
    this.clashing = conflicts.isEmpty() ? Set.of() : clashing(conflicts);
    this.probe = probe;
    this.elements = new Elements(facts, probe, common);
  }

  private static Set<Rule> clashing(List<Conflict> conflicts) {
    return conflicts.stream()
        .flatMap(c -> Stream.of(c.one(), c.other()))
        .flatMap(s -> s.rules().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What only few look at waits until somebody does. */
  Decision decision() {
    Outcome decided = clashing.isEmpty() ? outcome : Outcome.UNDETERMINED;
    List<Finding> findings = findings();
    List<Requirement> requirements = elements.later(this::requirements);
    Aftermath aftermath = new Aftermath(policy, probe, ruled, decided);
    List<Deadline> deadlines = elements.later(aftermath::deadlines);
    return new Decision(
        decided,
        LocalDate.ofEpochDay(facts.value(policy.request().on())),
        policy,
        using,
        elements.later(this::versions),
        elements.later(this::drafts),
        findings,
        requirements,
        elements.later(() -> findings(Effect.Oblige.class, Row.MAYBE)),
        elements.later(() -> findings(Effect.Advise.class, Row.TRUE)),
        elements.later(this::presumptions),
        elements.later(this::missing),
        elements.later(this::stated),
        new Hashes(() -> Hash.policy(policy), () -> Hash.facts(facts)),
        deadlines,
        elements.later(() -> aftermath.states(findings, deadlines)),
        conflicts,
        Optional.empty(),
        elements.later(() -> new Granting(policy, probe).grants(findings, requirements)),
        List.of(),
        Optional.empty());
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<Finding> others = new ArrayList<>();
    for (int at = 0; at < ruled.count(); at++) {
      int i = ruled.rule(at);
      if (common.grounds[i] && governs(i) != Row.FALSE) {
        Finding finding = finding(policy.rules().get(i));
        (finding.operative() ? findings : others).add(finding);
      }
    }
    findings.addAll(others);
    return new Findings(findings, ruled, common, this::notApplied);
  }

  private int governs(int rule) {
    return ruled.guards[verdict.guardOf(rule)];
  }

  private Finding notApplied(int rule) {
    Rule one = policy.rules().get(rule);
    return new Finding(one, Standing.NOT_APPLIED, false, elements.of(one), List.of());
  }

  /** Those of a kind of whose effect at least so much is true. */
  private List<Finding> findings(Class<? extends Effect> kind, int least) {
    return ruled
        .rules()
        .filter(i -> ruled.effective(i) >= least)
        .mapToObj(policy.rules()::get)
        .filter(r -> kind.isInstance(r.effect()))
        .map(this::finding)
        .toList();
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
        .filter(r -> governs(r.index()) != Row.FALSE)
        .forEach(r -> governing.add(r.instrument()));
    List<Instrument> drafts =
        policy.instruments().stream().filter(i -> i.isDraft() && governing.contains(i)).toList();
    return new IfAdopted(decision, drafts);
  }

  private List<Instrument> versions() {
    return policy.instruments().stream().filter(i -> probe.row()[i.slot()] != Row.FALSE).toList();
  }

  private List<Instrument> drafts() {
    return policy.instruments().stream()
        .filter(i -> i.isDraft() && probe.truth(i.applies()) != Row.FALSE)
        .toList();
  }

  /** Always: the rule applies, or may. */
  private Finding finding(Rule rule) {
    int i = rule.index();
    Standing standing =
        switch (ruled.effective(i)) {
          case Row.TRUE -> Standing.APPLIED;
          case Row.FALSE -> Standing.DEFEATED;
          default -> Standing.UNKNOWN;
        };
    return new Finding(rule, standing, operative(rule), elements.of(rule), defeating(i));
  }

  private List<Rule> defeating(int rule) {
    List<List<Rule>> sets = new ArrayList<>();
    for (int[] set : policy.defeaters().get(rule)) {
      List<Rule> effective = defeating.computeIfAbsent(set, this::effective);
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

  /** Does the outcome rest on this rule? */
  private boolean operative(Rule rule) {
    int truth = ruled.effective(rule.index());
    if (!clashing.isEmpty()) {
      return truth != Row.FALSE && clashing.contains(rule);
    }
    int met = ruled.met(rule.index());
    if (outcome != Outcome.UNDETERMINED) {
      return Grounds.hold(rule, outcome, truth, met, ruled.completed);
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
  private boolean[] surely() {
    boolean[] known = surely;
    if (known == null) {
      known = verdict.surely(ruled);
      surely = known;
    }
    return known;
  }

  private List<Requirement> requirements() {
    Map<Integer, List<Rule>> certain = new LinkedHashMap<>();
    Map<Integer, List<Rule>> possible = new LinkedHashMap<>();
    for (int at = 0; at < ruled.count(); at++) {
      int i = ruled.rule(at);
      if (verdict.need(i) >= 0 && ruled.effective(i) != Row.FALSE) {
        int asked = verdict.asked(i, surely());
        (surely()[asked] ? certain : possible)
            .computeIfAbsent(asked, _ -> new ArrayList<>())
            .add(policy.rules().get(i));
      }
    }
    List<Requirement> requirements = new ArrayList<>();
    certain.forEach((asked, rules) -> requirements.add(requirement(asked, true, rules)));
    possible.forEach((asked, rules) -> requirements.add(requirement(asked, false, rules)));
    return requirements;
  }

  /** May the rule apply, and is what it asks for surely required anyway? */
  private boolean addsNothing(Rule rule) {
    return isOpen(rule) && surely()[verdict.asked(rule.index(), surely())];
  }

  private Requirement requirement(int asked, boolean certain, List<Rule> rules) {
    List<Requirement.Choice> each = new ArrayList<>();
    Truth met = Truth.FALSE;
    for (Procedure procedure : verdict.choices(asked)) {
      Truth isMet = Truth.of(probe.row()[procedure.met().slot()]);
      each.add(new Requirement.Choice(procedure, isMet));
      met = isMet.compareTo(met) > 0 ? isMet : met;
    }
    return new Requirement(each, met, certain, rules);
  }

  private List<Presumption> presumptions() {
    List<Presumption> presumptions = new ArrayList<>();
    for (Step.Presume step : common.presumptions) {
      Fact fact = step.fact();
      boolean isPresumed =
          !Row.isUnknown(fact.type(), probe.row()[fact.slot()]) && !facts.isKnown(fact);
      if (isPresumed) {
        FactValue value = elements.value(fact);
        step.rules().stream()
            .filter(this::presumes)
            .forEach(r -> presumptions.add(new Presumption(value, r)));
      }
    }
    return presumptions;
  }

  private boolean presumes(Rule rule) {
    return probe.row()[rule.instrument().slot()] == Row.TRUE
        && probe.truth(rule.when()) == Row.TRUE
        && probe.truth(rule.unless()) == Row.FALSE;
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
    for (byte guard : ruled.guards) {
      governed |= guard == Row.TRUE;
    }
    for (int at = 0; at < ruled.count(); at++) {
      Rule rule = policy.rules().get(ruled.rule(at));
      if (ruled.effective(rule.index()) == Row.FALSE) {
        continue;
      }
      switch (rule.effect()) {
        case Effect.Forbid _ -> open(gaps, rule);
        case Effect.Require _ -> {
          if (ruled.met(rule.index()) != Row.TRUE && !addsNothing(rule)) {
            open(gaps, rule);
            gaps.met(rule);
            if (outcome == Outcome.UNDETERMINED && ruled.completed == Row.MAYBE) {
              gaps.fact(policy.request().stage(), rule);
            }
          }
        }
        default -> {}
      }
    }
    if (outcome == Outcome.UNDETERMINED && !governed) {
      policy.rules().stream().filter(r -> governs(r.index()) == Row.MAYBE).forEach(gaps::applies);
    }
  }

  private boolean isOpen(Rule rule) {
    return ruled.effective(rule.index()) == Row.MAYBE;
  }

  /**
   * Notes what leaves the rule's effect open: its own application, or that of what may defeat it,
   * or of what may defeat that.
   */
  private void open(Gaps gaps, Rule rule) {
    if (!isOpen(rule)) {
      return;
    }
    if (ruled.applies(rule.index()) == Row.MAYBE) {
      gaps.applies(rule);
    }
    for (int[] defeaters : policy.defeaters().get(rule.index())) {
      if (gaps.isNew(defeaters)) {
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

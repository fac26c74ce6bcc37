package org.hefu.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.decide.Deadline;
import org.hefu.decide.FactValue;
import org.hefu.decide.Finding;
import org.hefu.decide.Granted;
import org.hefu.decide.Hashes;
import org.hefu.decide.Missing;
import org.hefu.decide.Presumption;
import org.hefu.decide.Requirement;
import org.hefu.decide.State;
import org.hefu.decide.Truth;
import org.hefu.fact.Facts;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Step;

/** What few look at of a decision: each list waits until somebody does, whichever thread it is. */
final class Rest {
  final Elements elements;
  final List<Instrument> versions;
  final List<Instrument> drafts;
  final List<Requirement> requirements;
  final List<Finding> duties;
  final List<Finding> advice;
  final List<Presumption> presumptions;
  final List<Missing> missing;
  final List<FactValue> stated;
  final Hashes hashes;
  final List<Deadline> deadlines;
  final List<State> states;
  final List<Granted> grants;

  private final Reasons reasons;
  private final Outline outline;
  private final Ruled ruled;
  private final Policy policy;
  private final Facts facts;
  private final Probe probe;

  /**
   * @param probe asks the row of the flow; one thread at a time does
   */
  Rest(Reasons reasons, Probe probe) {
    this.reasons = reasons;
    this.outline = reasons.outline;
    this.ruled = outline.ruled;
    this.policy = reasons.policy();
    this.facts = reasons.facts;
    this.probe = probe;
    this.elements = new Elements(facts, probe, reasons.common, reasons);
    Aftermath aftermath = new Aftermath(policy, probe, ruled, reasons.outcome());
    this.versions = elements.later(this::versions);
    this.drafts = elements.later(this::drafts);
    this.requirements = elements.later(this::requirements);
    this.duties = elements.later(() -> outline.findings(Effect.Oblige.class, Row.MAYBE));
    this.advice = elements.later(() -> outline.findings(Effect.Advise.class, Row.TRUE));
    this.presumptions = elements.later(this::presumptions);
    this.missing = elements.later(() -> new Wanting(reasons, probe).missing());
    this.stated = elements.later(this::stated);
    this.hashes = new Hashes(() -> Hash.policy(policy), () -> Hash.facts(facts));
    this.deadlines = elements.later(aftermath::deadlines);
    this.states = elements.later(() -> aftermath.states(reasons.findings(), deadlines));
    this.grants =
        elements.later(() -> new Granting(policy, probe).grants(reasons.findings(), requirements));
  }

  private List<Instrument> versions() {
    return policy.instruments().stream().filter(i -> probe.row()[i.slot()] != Row.FALSE).toList();
  }

  private List<Instrument> drafts() {
    return policy.instruments().stream()
        .filter(i -> i.isDraft() && probe.truth(i.applies()) != Row.FALSE)
        .toList();
  }

  private List<Requirement> requirements() {
    Map<Integer, List<Rule>> certain = new LinkedHashMap<>();
    Map<Integer, List<Rule>> possible = new LinkedHashMap<>();
    for (int at = 0; at < ruled.count(); at++) {
      int i = ruled.rule(at);
      if (reasons.common.verdict.need(i) >= 0 && ruled.effectiveAt(at) != Row.FALSE) {
        int asked = reasons.common.verdict.asked(i, outline.surely());
        (outline.surely()[asked] ? certain : possible)
            .computeIfAbsent(asked, _ -> new ArrayList<>())
            .add(policy.rules().get(i));
      }
    }
    List<Requirement> requirements = new ArrayList<>();
    certain.forEach((asked, rules) -> requirements.add(requirement(asked, true, rules)));
    possible.forEach((asked, rules) -> requirements.add(requirement(asked, false, rules)));
    return requirements;
  }

  private Requirement requirement(int asked, boolean certain, List<Rule> rules) {
    List<Requirement.Choice> each = new ArrayList<>();
    Truth met = Truth.FALSE;
    for (Procedure procedure : reasons.common.verdict.choices(asked)) {
      Truth isMet = Truth.of(probe.row()[procedure.met().slot()]);
      each.add(new Requirement.Choice(procedure, isMet));
      met = isMet.compareTo(met) > 0 ? isMet : met;
    }
    return new Requirement(each, met, certain, rules);
  }

  private List<Presumption> presumptions() {
    List<Presumption> presumptions = new ArrayList<>();
    for (Step.Presume step : reasons.common.presumptions) {
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

  private List<FactValue> stated() {
    return policy.request().facts().stream().filter(facts::isKnown).map(elements::value).toList();
  }
}

package org.hefu.engine;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hefu.decide.Conflict;
import org.hefu.decide.Deadline;
import org.hefu.decide.Decision;
import org.hefu.decide.Element;
import org.hefu.decide.FactValue;
import org.hefu.decide.Finding;
import org.hefu.decide.Granted;
import org.hefu.decide.Hashes;
import org.hefu.decide.IfAdopted;
import org.hefu.decide.Missing;
import org.hefu.decide.Presumption;
import org.hefu.decide.Requirement;
import org.hefu.decide.Settling;
import org.hefu.decide.State;
import org.hefu.fact.Facts;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A decision that tells why it came out as it did; what only few look at waits until somebody does.
 */
final class Reasons implements Decision {
  final Common common;
  final Facts facts;
  private final Set<String> using;
  private final Supplier<long[]> row;
  final Outline outline;
  private final List<Conflict> conflicts;
  private volatile @Nullable Rest rest;

  /**
   * @param row the row after all steps, to be asked for once
   */
  Reasons(
      Common common,
      Facts facts,
      Set<String> using,
      Supplier<long[]> row,
      Outline outline,
      List<Conflict> conflicts) {
    this.common = common;
    this.facts = facts;
    this.using = using;
    this.row = row;
    this.outline = outline;
    this.conflicts = conflicts;
  }

  private Rest rest() {
    Rest known = rest;
    return known != null ? known : first();
  }

  private synchronized Rest first() {
    Rest known = rest;
    if (known == null) {
      known = new Rest(this, new Probe(common, row));
      rest = known;
    }
    return known;
  }

  @Override
  public Outcome outcome() {
    return outline.outcome;
  }

  @Override
  public LocalDate on() {
    return LocalDate.ofEpochDay(facts.value(policy().request().on()));
  }

  @Override
  public Policy policy() {
    return facts.policy();
  }

  @Override
  public Set<String> using() {
    return using;
  }

  @Override
  public List<Instrument> versions() {
    return rest().versions;
  }

  @Override
  public List<Instrument> drafts() {
    return rest().drafts;
  }

  @Override
  public List<Finding> findings() {
    return outline.findings();
  }

  @Override
  public List<Finding> applying() {
    return outline.applying;
  }

  @Override
  public List<Element> elements(Finding finding) {
    return rest().elements.of(finding.rule());
  }

  @Override
  public List<Requirement> requirements() {
    return rest().requirements;
  }

  @Override
  public List<Finding> duties() {
    return rest().duties;
  }

  @Override
  public List<Finding> advice() {
    return rest().advice;
  }

  @Override
  public List<Presumption> presumptions() {
    return rest().presumptions;
  }

  @Override
  public List<Missing> missing() {
    return rest().missing;
  }

  @Override
  public List<FactValue> facts() {
    return rest().stated;
  }

  @Override
  public Hashes hashes() {
    return rest().hashes;
  }

  @Override
  public List<Deadline> deadlines() {
    return rest().deadlines;
  }

  @Override
  public List<State> states() {
    return rest().states;
  }

  @Override
  public List<Conflict> conflicts() {
    return conflicts;
  }

  @Override
  public Optional<IfAdopted> ifAdopted() {
    return Optional.empty();
  }

  @Override
  public List<Granted> grants() {
    return rest().grants;
  }

  @Override
  public List<Part> parts() {
    return List.of();
  }

  @Override
  public Optional<Settling> settling() {
    return Optional.empty();
  }

  /** Always: the drafts are counted. */
  IfAdopted adopted() {
    IfAdopted adopted = new IfAdopted(this, List.of());
    Set<Instrument> governing =
        adopted.rules().stream()
            .map(Rule::instrument)
            .collect(Collectors.toCollection(HashSet::new));
    policy().rules().stream()
        .filter(r -> outline.governs(r.index()) != Row.FALSE)
        .forEach(r -> governing.add(r.instrument()));
    List<Instrument> drafts =
        policy().instruments().stream().filter(i -> i.isDraft() && governing.contains(i)).toList();
    return new IfAdopted(this, drafts);
  }
}

package org.hefu.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hefu.decide.Conflict;
import org.hefu.decide.Deadline;
import org.hefu.decide.Decision;
import org.hefu.decide.Element;
import org.hefu.decide.FactValue;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Granted;
import org.hefu.decide.Hashes;
import org.hefu.decide.IfAdopted;
import org.hefu.decide.Missing;
import org.hefu.decide.Presumption;
import org.hefu.decide.Requirement;
import org.hefu.decide.Settling;
import org.hefu.decide.State;
import org.hefu.fact.Facts;
import org.hefu.model.Effect;
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
  /** So many sets of rules defeat something, as a rule. */
  private static final int FEW = 4;

  final Common common;
  final Verdict verdict;
  final Facts facts;
  private final Set<String> using;
  private final Supplier<long[]> row;
  final Ruled ruled;
  private final List<Conflict> conflicts;

  /** The rules of texts that differ. */
  final Set<Rule> clashing;

  private final Findings findings;

  private volatile @Nullable Rest rest;

  private boolean @Nullable [] surely;
  private boolean @Nullable [] atWork;
  private @Nullable IdentityHashMap<int[], List<Rule>> defeating;

  /**
   * @param row the row after all steps, to be asked for once
   */
  Reasons(
      Common common,
      Verdict verdict,
      Facts facts,
      Set<String> using,
      Supplier<long[]> row,
      Ruled ruled,
      List<Conflict> conflicts) {
    this.common = common;
    this.verdict = verdict;
    this.facts = facts;
    this.using = using;
    this.row = row;
    this.ruled = ruled;
    this.conflicts = conflicts;
    this.clashing = conflicts.isEmpty() ? Set.of() : clashing(conflicts);
    this.findings = new Findings(applying(), this);
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
    return clashing.isEmpty() ? ruled.outcome : Outcome.UNDETERMINED;
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
    return findings;
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

  private static Set<Rule> clashing(List<Conflict> conflicts) {
    return conflicts.stream()
        .flatMap(c -> Stream.of(c.one(), c.other()))
        .flatMap(s -> s.rules().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What became of the rules that apply or may, the operative ones first. */
  private Finding[] applying() {
    Finding[] all = new Finding[ruled.count()];
    int count = 0;
    int operative = 0;
    for (int at = 0; at < all.length; at++) {
      int rule = ruled.rule(at);
      if (common.grounds[rule] && governs(rule) != Row.FALSE) {
        all[count] = finding(at);
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

  /** The rules that ground an answer and govern the flow, or may, in their order. */
  Common.Governing governing() {
    return common.governing(ruled.guards);
  }

  /** How many rules apply, or may. */
  int applied() {
    return ruled.count();
  }

  /** One of these, in their order. */
  int applied(int at) {
    return ruled.rule(at);
  }

  int governs(int rule) {
    return ruled.guards[verdict.guardOf(rule)];
  }

  /** Always: it governs, and does not apply. */
  Finding notApplied(int rule) {
    return new Own(policy().rules().get(rule));
  }

  /**
   * One of a rule that does not apply. Few look into its elements, so that they wait until somebody
   * does.
   */
  private class Own implements Finding {
    private final Rule rule;
    private volatile @Nullable List<Element> elements;

    private Own(Rule rule) {
      this.rule = rule;
    }

    @Override
    public Rule rule() {
      return rule;
    }

    @Override
    public Standing standing() {
      return Standing.NOT_APPLIED;
    }

    @Override
    public boolean operative() {
      return false;
    }

    @Override
    public List<Element> elements() {
      List<Element> known = elements;
      return known != null ? known : first();
    }

    private List<Element> first() {
      synchronized (Reasons.this) {
        List<Element> known = elements;
        if (known == null) {
          known = rest().elements.of(rule);
          elements = known;
        }
        return known;
      }
    }

    @Override
    public List<Rule> defeatedBy() {
      return List.of();
    }
  }

  /** One of a rule that applies, or may. */
  private final class Applying extends Own {
    private final Standing standing;
    private final boolean operative;
    private final List<Rule> defeatedBy;

    private Applying(Rule rule, Standing standing, boolean operative, List<Rule> defeatedBy) {
      super(rule);
      this.standing = standing;
      this.operative = operative;
      this.defeatedBy = defeatedBy;
    }

    @Override
    public Standing standing() {
      return standing;
    }

    @Override
    public boolean operative() {
      return operative;
    }

    @Override
    public List<Rule> defeatedBy() {
      return defeatedBy;
    }
  }

  /** Those of a kind of whose effect at least so much is true. */
  List<Finding> findings(Class<? extends Effect> kind, int least) {
    return IntStream.range(0, ruled.count())
        .filter(at -> ruled.effectiveAt(at) >= least)
        .filter(at -> kind.isInstance(policy().rules().get(ruled.rule(at)).effect()))
        .mapToObj(this::finding)
        .toList();
  }

  /** Always: the drafts are counted. */
  IfAdopted adopted() {
    IfAdopted adopted = new IfAdopted(this, List.of());
    Set<Instrument> governing =
        adopted.rules().stream()
            .map(Rule::instrument)
            .collect(Collectors.toCollection(HashSet::new));
    policy().rules().stream()
        .filter(r -> governs(r.index()) != Row.FALSE)
        .forEach(r -> governing.add(r.instrument()));
    List<Instrument> drafts =
        policy().instruments().stream().filter(i -> i.isDraft() && governing.contains(i)).toList();
    return new IfAdopted(this, drafts);
  }

  /** That of a rule that applies, or may. */
  private Finding finding(int at) {
    Rule rule = policy().rules().get(ruled.rule(at));
    int effective = ruled.effectiveAt(at);
    Standing standing =
        switch (effective) {
          case Row.TRUE -> Standing.APPLIED;
          case Row.FALSE -> Standing.DEFEATED;
          default -> Standing.UNKNOWN;
        };
    // Nothing defeats what has effect, nor may.
    List<Rule> defeatedBy = effective == Row.TRUE ? List.of() : defeating(rule.index());
    return new Applying(rule, standing, operative(at, rule), defeatedBy);
  }

  private List<Rule> defeating(int rule) {
    List<List<Rule>> sets = new ArrayList<>();
    for (int[] set : policy().defeaters().get(rule)) {
      IdentityHashMap<int[], List<Rule>> known = defeating;
      if (known == null) {
        known = new IdentityHashMap<>(FEW);
        defeating = known;
      }
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
        some.add(policy().rules().get(i));
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
    boolean[] atWork = new boolean[policy().rules().size()];
    Set<int[]> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int at = 0; at < ruled.count(); at++) {
      for (int[] defeaters : policy().defeaters().get(ruled.rule(at))) {
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
      known = verdict.surely(ruled);
      surely = known;
    }
    return known;
  }

  /** May the rule apply, and is what it asks for surely required anyway? */
  boolean addsNothing(Rule rule) {
    return isOpen(rule) && surely()[verdict.asked(rule.index(), surely())];
  }

  boolean isOpen(Rule rule) {
    return ruled.effective(rule.index()) == Row.MAYBE;
  }
}

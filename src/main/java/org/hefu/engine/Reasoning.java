package org.hefu.engine;

import static org.hefu.engine.Limit.least;
import static org.hefu.engine.Limit.most;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.index.Test;
import org.hefu.model.Outcome;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Finds on what of one flow its outcome hangs, by going from the outcome down to what made it so:
 * of a conjunction that is false, to one of its parts. What is asked for are limits, that a truth
 * is at most or at least so much: what is not permitted because something is unknown, or false,
 * hangs on less than on which of both. How a rule stands is a matter of its own, and found
 * likewise.
 */
final class Reasoning {
  /** How much less a point weighs on which all hangs anyway. */
  private static final double COMMON = 0.9;

  /** What it weighs to ask more closely for something that is asked for. */
  private static final double CLOSER = 0.1;

  private final FindRatio in;
  private final long[] stated;
  private final long[] row;
  private final byte[] applies;
  private final byte[] effective;
  private final Outcome outcome;
  private final Map<Point, Ratio.Range> known;
  private final IdentityHashMap<Term, @Nullable Ratio[]> ofTerms = new IdentityHashMap<>();
  private final Map<Integer, @Nullable Ratio[]> ofRules = new HashMap<>();

  /** For how many bans it would be enough to know this. */
  private final Map<Point, Integer> common = new HashMap<>();

  Reasoning(FindRatio in, long[] stated) {
    this(in, stated, Map.of());
  }

  /**
   * @param known what need not be asked
   */
  Reasoning(FindRatio in, long[] stated, Map<Point, Ratio.Range> known) {
    this.in = in;
    this.stated = stated.clone();
    this.known = known;
    this.row = in.row(stated);
    this.applies = in.applies(row);
    this.effective = applies.clone();
    in.verdict.defeat(effective);
    this.outcome = in.verdict.outcome(row, effective);
    for (Rule ban : in.bans) {
      if (effective[ban.index()] == Row.FALSE) {
        options(ban.index(), most(Row.FALSE)).stream()
            .flatMap(o -> o.points().stream())
            .distinct()
            .forEach(p -> common.merge(p, 1, Integer::sum));
      }
    }
  }

  long[] stated() {
    return stated;
  }

  /** The row after all steps. */
  long[] row() {
    return row;
  }

  /**
   * The number of the outcome; {@link Matter#NONE} where it hangs on too much, or texts may clash.
   */
  int outcome(Ratio to) {
    Ratio ratio =
        switch (outcome) {
          case PROHIBITED -> prohibited();
          case UNDETERMINED -> undetermined();
          case CONDITIONAL -> conditional();
          case PERMITTED -> free(Row.TRUE);
          case UNREGULATED -> free(Row.FALSE);
        };
    Optional<Ratio> agreed = Optional.ofNullable(ratio).flatMap(this::agreed);
    agreed.ifPresent(to::add);
    return agreed.isPresent() ? outcome.ordinal() : Matter.NONE;
  }

  /** Does a rule apply, defeated or not? */
  int applies(Rule rule, Ratio to) {
    int truth = applies[rule.index()];
    all(in.terms(rule), truth, to);
    return truth;
  }

  /** Is what it asks for done? False where it does not apply, so that nobody asks. */
  int met(Rule rule, Ratio to) {
    if (applies[rule.index()] == Row.FALSE) {
      choose(to, parts(in.terms(rule), most(Row.FALSE)));
      return Row.FALSE;
    }
    exactly(met(rule), limit -> met(rule, limit), to);
    return met(rule);
  }

  /** Does a rule govern the flow? */
  int governs(Rule rule, Ratio to) {
    int governs = in.verdict.governs(rule.index(), row);
    all(in.guard(rule), governs, to);
    return governs;
  }

  /** Is the act completed? */
  int completed(Ratio to) {
    int completed = in.verdict.completed(row);
    exactly(completed, limit -> ofTerm(in.completed, limit), to);
    return completed;
  }

  /** Adds that so much is true of a conjunction, no less and no more. */
  private void all(List<Term> terms, int truth, Ratio to) {
    to.add(joined(terms, least(truth), false));
    if (truth != Row.TRUE) {
      choose(to, parts(terms, most(truth)));
    }
  }

  private static void exactly(int truth, Function<Limit, Ratio> of, Ratio to) {
    to.add(of.apply(least(truth)));
    to.add(of.apply(most(truth)));
  }

  private Ratio prohibited() {
    List<Ratio> some = new ArrayList<>();
    for (Rule each : in.bans) {
      if (effective[each.index()] == Row.TRUE) {
        some.add(ofRule(each.index(), least(Row.TRUE)));
      }
    }
    for (Rule each : in.requirements) {
      if (effective[each.index()] == Row.TRUE
          && met(each) == Row.FALSE
          && in.verdict.completed(row) == Row.TRUE) {
        some.add(
            all(
                ofRule(each.index(), least(Row.TRUE)),
                met(each, most(Row.FALSE)),
                ofTerm(in.completed, least(Row.TRUE))));
      }
    }
    // What is found of a rule is kept, and must not grow with what comes beside it.
    return all(lightest(some, new Ratio()));
  }

  /** Something is surely to be done, nothing is forbidden, and nobody can ask for more. */
  private @Nullable Ratio conditional() {
    Ratio ratio = noBan(Row.FALSE).add(ofTerm(in.completed, most(Row.FALSE)));
    List<Ratio> due = new ArrayList<>();
    for (Rule each : in.requirements) {
      if (effective[each.index()] == Row.TRUE && met(each) != Row.TRUE) {
        due.add(all(ofRule(each.index(), least(Row.TRUE)), met(each, most(Row.MAYBE))));
      }
    }
    choose(ratio, due);
    return areSettled(ratio) ? ratio : null;
  }

  /** Nothing is forbidden, nothing is to be done, and it is known whether some text speaks. */
  private @Nullable Ratio free(int governed) {
    Ratio ratio = noBan(Row.FALSE);
    return areSettled(ratio) ? governed(ratio, governed) : null;
  }

  private @Nullable Ratio undetermined() {
    Ratio ratio = noBan(Row.MAYBE).add(notBroken());
    List<Ratio> some = new ArrayList<>();
    for (Rule each : in.bans) {
      if (effective[each.index()] == Row.MAYBE) {
        some.add(ofRule(each.index(), least(Row.MAYBE)));
      }
    }
    boolean mayBeCompleted = in.verdict.completed(row) != Row.FALSE;
    for (Rule each : in.requirements) {
      int index = each.index();
      if (met(each) == Row.TRUE) {
        continue;
      }
      if (effective[index] == Row.TRUE && mayBeCompleted) {
        some.add(
            all(
                ofRule(index, least(Row.TRUE)),
                met(each, most(Row.MAYBE)),
                ofTerm(in.completed, least(Row.MAYBE))));
      } else if (effective[index] == Row.MAYBE && asksMore(each)) {
        Ratio more = all(ofRule(index, least(Row.MAYBE)), met(each, most(Row.MAYBE)));
        for (Rule other : in.requirements) {
          if (in.asksNoLess(other, each)) {
            more.add(ofRule(other.index(), most(Row.MAYBE)));
          }
        }
        some.add(more);
      }
    }
    if (!some.isEmpty()) {
      choose(ratio, some);
      return ratio;
    }
    return free(Row.MAYBE);
  }

  /** No ban applies, or none surely does. */
  private Ratio noBan(int truth) {
    Ratio ratio = new Ratio();
    for (Rule each : in.bans) {
      choose(ratio, options(each.index(), most(truth)));
    }
    return ratio;
  }

  /** Nothing was surely left undone that was to be done before. */
  private Ratio notBroken() {
    if (in.verdict.completed(row) != Row.TRUE) {
      return ofTerm(in.completed, most(Row.MAYBE));
    }
    Ratio ratio = new Ratio();
    for (Rule each : in.requirements) {
      List<Ratio> some = new ArrayList<>();
      if (effective[each.index()] != Row.TRUE) {
        some.addAll(options(each.index(), most(Row.MAYBE)));
      }
      if (met(each) != Row.FALSE) {
        some.add(met(each, least(Row.MAYBE)));
      }
      choose(ratio, some);
    }
    return ratio;
  }

  /**
   * Adds of each requirement that it is met, does not apply, or what surely applies asks for it.
   */
  private boolean areSettled(Ratio ratio) {
    for (Rule each : in.requirements) {
      List<Ratio> some = new ArrayList<>();
      if (met(each) == Row.TRUE) {
        some.add(met(each, least(Row.TRUE)));
      }
      if (effective[each.index()] == Row.FALSE) {
        some.addAll(options(each.index(), most(Row.FALSE)));
      } else if (met(each) != Row.TRUE) {
        for (Rule other : in.requirements) {
          if (effective[other.index()] == Row.TRUE && in.asksNoLess(other, each)) {
            some.add(ofRule(other.index(), least(Row.TRUE)));
          }
        }
      }
      if (some.isEmpty()) {
        return false;
      }
      choose(ratio, some);
    }
    return true;
  }

  /** Does nothing that surely applies ask for as much? */
  private boolean asksMore(Rule requirement) {
    return in.requirements.stream()
        .noneMatch(o -> effective[o.index()] == Row.TRUE && in.asksNoLess(o, requirement));
  }

  private Ratio governed(Ratio ratio, int truth) {
    if (truth != Row.FALSE) {
      List<Ratio> some = new ArrayList<>();
      for (Rule each : in.guarded) {
        if (in.verdict.governs(each.index(), row) >= truth) {
          some.add(joined(in.guard(each), least(truth), false));
        }
      }
      choose(ratio, some);
    }
    if (truth != Row.TRUE) {
      for (Rule each : in.guarded) {
        choose(ratio, parts(in.guard(each), most(truth)));
      }
    }
    return ratio;
  }

  /** Adds that no texts clash; none if some may. */
  private Optional<Ratio> agreed(Ratio ratio) {
    if (outcome == Outcome.UNDETERMINED || in.pairs.isEmpty()) {
      return Optional.of(ratio);
    }
    Optional<Ratio> none = none(in.allowing, ratio);
    if (none.isPresent()) {
      return none;
    }
    for (List<int[]> pair : in.pairs) {
      List<Ratio> sides = pair.stream().flatMap(p -> none(p, ratio).stream()).toList();
      if (sides.isEmpty()) {
        return Optional.empty();
      }
      choose(ratio, sides);
    }
    return Optional.of(ratio);
  }

  /** Beside something else, none of these rules applies; empty if one may. */
  private Optional<Ratio> none(int[] rules, Ratio beside) {
    for (int each : rules) {
      if (effective[each] != Row.FALSE) {
        return Optional.empty();
      }
    }
    Ratio none = all(beside);
    for (int each : rules) {
      choose(none, options(each, most(Row.FALSE)));
    }
    return Optional.of(none);
  }

  private int met(Rule requirement) {
    return in.verdict.met(requirement.index(), row);
  }

  private Ratio met(Rule requirement, Limit limit) {
    return joined(in.choices(requirement).toList(), limit, !limit.isMost());
  }

  /** On any one of these hangs that a rule's effect is at most this. */
  private List<Ratio> options(int rule, Limit most) {
    List<Ratio> options = parts(in.terms(in.policy.rules().get(rule)), most);
    Limit defeated = most.turned();
    for (int[] set : in.policy.defeaters().get(rule)) {
      for (int each : set) {
        if (in.counts(each) && defeated.holds(effective[each])) {
          options.add(ofRule(each, defeated));
        }
      }
    }
    return options;
  }

  /**
   * Of a conjunction that is at most this, or a disjunction that is at least: one for each part.
   */
  private List<Ratio> parts(List<Term> terms, Limit limit) {
    List<Ratio> parts = new ArrayList<>();
    for (Term each : terms) {
      add(each, limit, parts);
    }
    return parts;
  }

  private void add(Term term, Limit limit, List<Ratio> to) {
    if (!limit.holds(in.truth(term, row))) {
      return;
    }
    switch (term) {
      case Term.Not(_, var part) -> add(part, limit.turned(), to);
      case Term.And(_, var some) when limit.isMost() -> some.forEach(t -> add(t, limit, to));
      case Term.Or(_, var some) when !limit.isMost() -> some.forEach(t -> add(t, limit, to));
      default -> to.add(ofTerm(term, limit));
    }
  }

  /** Always: the limit holds of the rule's effect. */
  private Ratio ofRule(int rule, Limit limit) {
    @Nullable Ratio[] found = ofRules.computeIfAbsent(rule, _ -> new @Nullable Ratio[Limit.COUNT]);
    Ratio ratio = found[limit.number()];
    if (ratio == null) {
      ratio =
          limit.isNone()
              ? new Ratio()
              : limit.isMost() ? lightest(options(rule, limit), new Ratio()) : applies(rule, limit);
      found[limit.number()] = ratio;
    }
    return ratio;
  }

  private Ratio applies(int rule, Limit least) {
    Ratio ratio = joined(in.terms(in.policy.rules().get(rule)), least, false);
    Limit notDefeated = least.turned();
    for (int[] set : in.policy.defeaters().get(rule)) {
      for (int each : set) {
        if (in.counts(each)) {
          choose(ratio, options(each, notDefeated));
        }
      }
    }
    return ratio;
  }

  /** Always: the limit holds of the term. */
  private Ratio ofTerm(Term term, Limit limit) {
    @Nullable Ratio[] found = ofTerms.computeIfAbsent(term, _ -> new @Nullable Ratio[Limit.COUNT]);
    Ratio ratio = found[limit.number()];
    if (ratio == null) {
      ratio = limit.isNone() ? new Ratio() : find(term, limit);
      found[limit.number()] = ratio;
    }
    return ratio;
  }

  private Ratio find(Term term, Limit limit) {
    Optional<Test> test = in.conditions.test(term);
    if (test.isPresent() && (test.get().isConstant() || in.steps.isStated(test.get().slot()))) {
      return ofTest(test.get(), limit);
    }
    return switch (term) {
      case Term.And(_, var parts) -> joined(parts, limit, limit.isMost());
      case Term.Or(_, var parts) -> joined(parts, limit, !limit.isMost());
      case Term.Not(_, var part) -> ofTerm(part, limit.turned());
      case Term.Derived(_, var definition) -> ofTerm(definition.body(), limit);
      case Term.InForce(_, var instrument) ->
          // One that is not asked is never in force.
          in.isCounted.test(instrument) ? ofTerm(instrument.applies(), limit) : new Ratio();
      default ->
          test.map(t -> ofTest(t, limit))
              .orElseGet(() -> new Ratio(new Point.Condition(term), limit.range()));
    };
  }

  private Ratio ofTest(Test test, Limit limit) {
    if (test.isConstant()) {
      return new Ratio();
    }
    int slot = test.slot();
    long value = row[slot];
    Ratio.Range truths = limit.range();
    long first = test.first(value, (int) truths.first(), (int) truths.last());
    long last = test.last(value, (int) truths.first(), (int) truths.last());
    if (in.steps.isStated(slot)) {
      return new Ratio(in.stated(slot), new Ratio.Range(first, last));
    }
    Long unknown = in.presumedWhere(slot);
    if (unknown == null || stated[slot] == unknown) {
      return new Ratio(new Point.Filled(slot), new Ratio.Range(first, last));
    }
    // What is stated, no presumption fills in.
    return new Ratio(
        in.stated(slot),
        value < unknown
            ? new Ratio.Range(first, Math.min(last, unknown - 1))
            : new Ratio.Range(Math.max(first, unknown + 1), last));
  }

  /** On all of these, or on any one of those of which the limit holds. */
  private Ratio joined(List<Term> terms, Limit limit, boolean isOneEnough) {
    if (isOneEnough) {
      return lightest(parts(terms, limit), new Ratio());
    }
    Ratio ratio = new Ratio();
    for (Term each : terms) {
      ratio.add(ofTerm(each, limit));
    }
    return ratio;
  }

  private static Ratio all(Ratio... some) {
    Ratio all = new Ratio();
    for (Ratio each : some) {
      all.add(each);
    }
    return all;
  }

  /** Adds of some, of which one is enough, the one that asks least beside the rest. */
  private void choose(Ratio ratio, List<Ratio> some) {
    ratio.add(lightest(some, ratio));
  }

  private Ratio lightest(List<Ratio> some, Ratio beside) {
    Ratio lightest = some.getFirst();
    double least = Double.MAX_VALUE;
    for (Ratio each : some) {
      double weight = weight(each, beside);
      if (weight < least) {
        least = weight;
        lightest = each;
      }
    }
    return lightest;
  }

  /** How much it asks that neither the other does nor is known. */
  private double weight(Ratio ratio, Ratio beside) {
    double weight = 0;
    for (Map.Entry<Point, Ratio.Range> each : ratio.ranges().entrySet()) {
      Point point = each.getKey();
      if (Ratio.isKnown(point, each.getValue(), known)
          || Ratio.isKnown(point, each.getValue(), beside.ranges())) {
        continue;
      }
      weight +=
          known.containsKey(point) || beside.ranges().containsKey(point)
              ? CLOSER
              : point.weight() * (1 - COMMON * share(point));
    }
    return weight;
  }

  private double share(Point point) {
    double ofBans = common.getOrDefault(point, 0) / (double) (in.bans.size() + 1);
    return Math.max(ofBans, in.share(point));
  }
}

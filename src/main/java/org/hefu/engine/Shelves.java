package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;

/**
 * The rules on which an outcome may hang, on shelves of which each is looked at only when it
 * matters. A place is a bit of the words of all shelves, one shelf behind the other.
 */
final class Shelves {
  /** A set of places. */
  record Places(int[] words, long[] bits) {}

  private static final Places[] NOWHERE = {};

  /** Bans that nothing defeats: one that surely applies ends the decision. */
  final Shelf freeBans;

  final Shelf bans;
  final Shelf requirements;

  /** What may defeat a rule on a shelf, and is neither a ban nor a requirement. */
  final Shelf defeaters;

  /** Each text with the acts of which it speaks: does it speak of the flow? */
  final Shelf guards;

  private final List<Shelf> all = new ArrayList<>();
  private final Policy policy;
  private final Steps steps;
  private final Map<Instrument, Term> inForce = new IdentityHashMap<>();

  /** For each rule its place, -1 for none. */
  private final int[] placeOf;

  /** For each place, the numbers of the sets of what may defeat its rule. */
  private final int[][] setsOf;

  private final List<Places> sets = new ArrayList<>();

  /**
   * @param others rules that must have a place, whether or not they may defeat one
   */
  Shelves(Policy policy, Steps steps, Set<Rule> others) {
    this.policy = policy;
    this.steps = steps;
    for (Instrument each : policy.instruments()) {
      inForce.put(each, inForce(each));
    }
    List<Rule> free = new ArrayList<>();
    List<Rule> defeatable = new ArrayList<>();
    List<Rule> requiring = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      switch (rule.effect()) {
        case Effect.Forbid _ -> (isFree(rule) ? free : defeatable).add(rule);
        case Effect.Require _ -> requiring.add(rule);
        default -> {}
      }
    }
    List<Rule> defeating = new ArrayList<>(defeaters(defeatable, requiring, others));
    defeating.removeIf(
        r -> r.effect() instanceof Effect.Forbid || r.effect() instanceof Effect.Require);
    defeating.sort((one, other) -> Integer.compare(one.index(), other.index()));
    this.freeBans = shelf(free);
    this.bans = shelf(defeatable);
    this.requirements = shelf(requiring);
    this.defeaters = shelf(defeating);
    this.guards = shelf(List.of(), guards());
    this.placeOf = new int[policy.rules().size()];
    Arrays.fill(placeOf, -1);
    this.setsOf = new int[guards.endWord() * Long.SIZE][];
    Arrays.fill(setsOf, new int[0]);
    for (Shelf each : all) {
      for (int i = 0; i < each.rules.size(); i++) {
        placeOf[each.rules.get(i).index()] = each.firstWord * Long.SIZE + i;
      }
    }
    Map<int[], Integer> numbers = new IdentityHashMap<>();
    for (Rule rule : policy.rules()) {
      if (placeOf[rule.index()] >= 0) {
        setsOf[placeOf[rule.index()]] =
            policy.defeaters().get(rule.index()).stream()
                .mapToInt(set ->
                    numbers.computeIfAbsent(
                        set,
                        _ -> {
                          sets.add(places(set));
                          return sets.size() - 1;
                        }))
                .toArray();
      }
    }
  }

  private boolean isFree(Rule rule) {
    return policy.defeaters().get(rule.index()).stream().allMatch(set -> set.length == 0);
  }

  /** The rules that may defeat these, or what may do so, and so on. */
  private Set<Rule> defeaters(List<Rule> bans, List<Rule> requirements, Set<Rule> others) {
    Set<Rule> found = new LinkedHashSet<>(others);
    List<Rule> open = new ArrayList<>(bans);
    open.addAll(requirements);
    open.addAll(others);
    Set<int[]> done = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      for (int[] set : policy.defeaters().get(open.removeLast().index())) {
        if (done.add(set)) {
          for (int each : set) {
            if (found.add(policy.rules().get(each))) {
              open.add(policy.rules().get(each));
            }
          }
        }
      }
    }
    return found;
  }

  private Shelf shelf(List<Rule> rules) {
    return shelf(
        rules,
        rules.stream()
            .map(r -> List.of(inForce.get(r.instrument()), r.act(), r.when(), not(r.unless())))
            .toList());
  }

  private Shelf shelf(List<Rule> rules, List<List<Term>> entries) {
    Shelf shelf = new Shelf(rules, entries, steps, all.isEmpty() ? 0 : all.getLast().endWord());
    all.add(shelf);
    return shelf;
  }

  private static Term not(Term term) {
    return new Term.Not(term.span(), term);
  }

  /** What must hold for a text to be in force, as far as the flow says. */
  private Term inForce(Instrument instrument) {
    if (instrument.isDraft()) {
      return Term.truth(instrument.declared(), false);
    }
    return steps.of(List.of(instrument.applies())).length == 0
        ? instrument.applies()
        : new Term.InForce(instrument.declared(), instrument);
  }

  private List<List<Term>> guards() {
    Term.Stated act = new Term.Stated(policy.request().act().declared(), policy.request().act());
    Kind acts = ((Type.Of) policy.request().act().type()).kind();
    Map<List<Object>, List<Term>> guards = new LinkedHashMap<>();
    for (Rule rule : policy.rules()) {
      List<Kind.Member> spokenOf = rule.effect().spokenOf();
      if (!spokenOf.isEmpty()) {
        guards.computeIfAbsent(
            List.of(rule.instrument(), spokenOf),
            _ ->
                List.of(
                    inForce.get(rule.instrument()),
                    new Term.Within(act.span(), act, acts, spokenOf)));
      }
    }
    return List.copyOf(guards.values());
  }

  /** Where these rules stand. */
  Places places(int[] rules) {
    Map<Integer, Long> words = new TreeMap<>();
    for (int rule : rules) {
      int place = placeOf[rule];
      words.merge(place >> 6, 1L << place, (one, other) -> one | other);
    }
    return new Places(
        words.keySet().stream().mapToInt(w -> w).toArray(),
        words.values().stream().mapToLong(b -> b).toArray());
  }

  /** The shelves, in the order of their words. */
  List<Shelf> all() {
    return all;
  }

  int[][] setsOf() {
    return setsOf;
  }

  Places[] sets() {
    return sets.toArray(NOWHERE);
  }
}

package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hefu.index.BitmapIndex;
import org.hefu.index.Conditions;
import org.hefu.index.Order;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.node.TruthNode;

/**
 * The rules on which an outcome may hang, and an index of their conditions, in an order in which
 * some end the decision before others are looked at. Each rule is an entry of the index.
 */
final class Shelves {
  /** A set of entries: words of the index, and bits in each. */
  static final class Entries {
    final int[] words;
    final long[] bits;

    private Entries(int[] words, long[] bits) {
      this.words = words;
      this.bits = bits;
    }

    /** The first place, from one on, of a word that is no less than another; the end if none is. */
    int from(int place, int word) {
      int end = words.length;
      if (place == end || words[end - 1] < word) {
        return end;
      }
      int least = Math.max(place, word - words[0]);
      if (least < end && words[least] == word) {
        // Mostly no word between is left out.
        return least;
      }
      int at = place;
      while (words[at] < word) {
        at++;
      }
      return at;
    }

    IntStream entries() {
      return IntStream.range(0, words.length * Long.SIZE)
          .filter(i -> (bits[i >> 6] >>> i & 1) != 0)
          .map(i -> words[i >> 6] * Long.SIZE + i % Long.SIZE);
    }
  }

  private static final Entries[] NO_ENTRIES = {};
  private static final TruthNode[] NOTHING = {};
  private static final int NONE = -1;

  /** The index of the rules' conditions. */
  final BitmapIndex index;

  /** First come bans that nothing defeats: one that surely applies ends the decision. */
  final int bans;

  /** Before this entry stand the bans that may be defeated. */
  final int requirements;

  /** Before this one, requirements; behind, what may defeat a rule and is neither. */
  final int defeaters;

  /** From this one on, each text with the acts of which it speaks: does it speak of the flow? */
  final int guards;

  final int end;

  /** The entries that ask nothing but the index, and that nothing defeats. */
  final long[] plain;

  private final Policy policy;
  private final Steps steps;
  private final Predicate<Instrument> counts;
  private final Map<Instrument, Term> inForce = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  /** For each guard, a rule behind it. */
  private final List<Rule> guarded = new ArrayList<>();

  private final TruthNode[][] left;
  private final int[][] leftSteps;
  private final boolean[] areLeftDear;

  /** For each entry its rule or, where that is a guard, one behind it. */
  private final int[] ruleOf;

  /** For each rule its entry. */
  private final int[] entryOf;

  /** For each entry, the numbers of the sets of what may defeat its rule. */
  private final int[][] setsOf;

  private final List<Entries> sets = new ArrayList<>();

  /**
   * @param counts of a text: is it asked, and no draft?
   * @param others rules that must have an entry, whether or not they may defeat one
   */
  Shelves(Policy policy, Steps steps, Predicate<Instrument> counts, List<Rule> others) {
    this.policy = policy;
    this.steps = steps;
    this.counts = counts;
    for (Instrument each : policy.instruments()) {
      inForce.put(each, inForce(each));
    }
    List<Rule> defeatable = new ArrayList<>();
    List<Rule> requiring = new ArrayList<>();
    for (Rule rule : rules(IntStream.range(0, policy.rules().size()))) {
      switch (rule.effect()) {
        case Effect.Forbid _ -> (isFree(rule) ? rules : defeatable).add(rule);
        case Effect.Require _ -> requiring.add(rule);
        default -> {}
      }
    }
    this.bans = rules.size();
    rules.addAll(defeatable);
    this.requirements = rules.size();
    rules.addAll(requiring);
    this.defeaters = rules.size();
    defeaters(defeatable, requiring, others).stream()
        .filter(r -> !(r.effect() instanceof Effect.Forbid))
        .filter(r -> !(r.effect() instanceof Effect.Require))
        .forEach(rules::add);
    this.guards = rules.size();
    Conditions conditions = new Conditions(steps::isStated);
    List<Conditions.Entry> entries = sorted(conditions, 0, bans, requirements, defeaters, guards);
    guards().forEach(g -> entries.add(conditions.of(g)));
    this.end = entries.size();
    this.index = BitmapIndex.of(entries, conditions);
    this.left = new TruthNode[end][];
    this.leftSteps = new int[end][];
    this.areLeftDear = new boolean[end];
    for (int i = 0; i < end; i++) {
      List<Term> terms = index.left(i);
      left[i] =
          terms.isEmpty()
              ? NOTHING
              : terms.stream().map(steps.lower()::truth).toArray(TruthNode[]::new);
      leftSteps[i] = steps.before(terms);
      areLeftDear[i] = steps.areDear(terms);
    }
    this.ruleOf = Stream.concat(rules.stream(), guarded.stream()).mapToInt(Rule::index).toArray();
    this.entryOf = new int[policy.rules().size()];
    Arrays.fill(entryOf, NONE);
    for (int i = 0; i < guards; i++) {
      entryOf[rules.get(i).index()] = i;
    }
    IdentityHashMap<int[], Integer> numbers = new IdentityHashMap<>();
    this.setsOf = new int[end][];
    Arrays.fill(setsOf, new int[0]);
    for (int i = 0; i < guards; i++) {
      setsOf[i] =
          policy.defeaters().get(rules.get(i).index()).stream()
              .mapToInt(set -> numbers.computeIfAbsent(set, this::added))
              .filter(set -> sets.get(set).words.length > 0)
              .toArray();
    }
    this.plain = new long[index.words()];
    for (int i = 0; i < end; i++) {
      plain[i >> 6] |= left[i].length == 0 && setsOf[i].length == 0 ? 1L << i : 0;
    }
  }

  /** Sorts the rules between each of these entries and the next; the conditions of all. */
  private List<Conditions.Entry> sorted(Conditions all, int... shelves) {
    List<Conditions.Entry> unsorted = rules.stream().map(r -> all.of(conditions(r))).toList();
    long[] order = Order.of(unsorted);
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, order.length).boxed().toList());
    for (int i = 1; i < shelves.length; i++) {
      numbers
          .subList(shelves[i - 1], shelves[i])
          .sort(
              Comparator.<Integer>comparingLong(n -> order[n])
                  .thenComparingInt(n -> rules.get(n).index()));
    }
    List<Rule> before = List.copyOf(rules);
    rules.clear();
    numbers.forEach(n -> rules.add(before.get(n)));
    return new ArrayList<>(numbers.stream().map(unsorted::get).toList());
  }

  /** What must hold for the rule to apply. */
  private List<Term> conditions(Rule rule) {
    Term notExcepted = new Term.Not(rule.unless().span(), rule.unless());
    return List.of(inForce(rule), rule.act(), rule.when(), notExcepted);
  }

  private int added(int[] set) {
    sets.add(entries(set));
    return sets.size() - 1;
  }

  private boolean isFree(Rule rule) {
    return policy.defeaters().get(rule.index()).stream()
        .allMatch(set ->
            IntStream.of(set).noneMatch(r -> counts.test(policy.rules().get(r).instrument())));
  }

  /** Those of some rules whose texts count. */
  private List<Rule> rules(IntStream some) {
    return some.mapToObj(policy.rules()::get).filter(r -> counts.test(r.instrument())).toList();
  }

  /** The rules that may defeat these, or what may do so, and so on. */
  private Set<Rule> defeaters(List<Rule> bans, List<Rule> requirements, List<Rule> others) {
    Set<Rule> found = new LinkedHashSet<>(others);
    List<Rule> open = new ArrayList<>(bans);
    open.addAll(requirements);
    open.addAll(others);
    Set<int[]> done = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      for (int[] set : policy.defeaters().get(open.removeLast().index())) {
        if (done.add(set)) {
          for (Rule each : rules(IntStream.of(set))) {
            if (found.add(each)) {
              open.add(each);
            }
          }
        }
      }
    }
    return found;
  }

  private Term inForce(Rule rule) {
    return inForce.getOrDefault(rule.instrument(), rule.act());
  }

  /** What must hold for a text to be in force, as far as the flow says. */
  private Term inForce(Instrument instrument) {
    return steps.isOfStated(instrument.applies())
        ? instrument.applies()
        : new Term.InForce(instrument.declared(), instrument);
  }

  private List<List<Term>> guards() {
    Term.Stated act = new Term.Stated(policy.request().act().declared(), policy.request().act());
    Kind acts = ((Type.Of) policy.request().act().type()).kind();
    Map<List<Object>, List<Term>> guards = new LinkedHashMap<>();
    for (Rule rule : rules(IntStream.range(0, policy.rules().size()))) {
      List<Kind.Member> spokenOf = rule.effect().spokenOf();
      if (!spokenOf.isEmpty()) {
        guards.computeIfAbsent(
            List.of(rule.instrument(), spokenOf),
            _ -> {
              guarded.add(rule);
              return List.of(inForce(rule), new Term.Within(act.span(), act, acts, spokenOf));
            });
      }
    }
    return List.copyOf(guards.values());
  }

  /** Where those of these rules stand that have an entry. */
  Entries entries(int[] some) {
    return entries(IntStream.of(some).map(r -> entryOf[r]).filter(e -> e != NONE));
  }

  private static Entries entries(IntStream some) {
    Map<Integer, Long> words = new TreeMap<>();
    some.forEach(e -> words.merge(e >> 6, 1L << e, (one, other) -> one | other));
    return new Entries(
        words.keySet().stream().mapToInt(w -> w).toArray(),
        words.values().stream().mapToLong(b -> b).toArray());
  }

  /** The index of the rule that is the entry or, where that is a guard, of one behind it. */
  int rule(int entry) {
    return ruleOf[entry];
  }

  /** What the index leaves to be asked of an entry. */
  TruthNode[] left(int entry) {
    return left[entry];
  }

  /** The steps that must be taken before that is asked. */
  int[] leftSteps(int entry) {
    return leftSteps[entry];
  }

  /** Does that take long, or may it fail, because others are asked? */
  boolean isLeftDear(int entry) {
    return areLeftDear[entry];
  }

  /** Is the text asked, and no draft? */
  boolean counts(Instrument instrument) {
    return counts.test(instrument);
  }

  /** The entries from one to before another. */
  Entries between(int from, int end) {
    return entries(IntStream.range(from, end));
  }

  int[][] setsOf() {
    return setsOf;
  }

  Entries[] sets() {
    return sets.toArray(NO_ENTRIES);
  }
}

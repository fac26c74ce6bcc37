package org.hefu.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.hefu.decide.Element;
import org.hefu.decide.Element.Part;
import org.hefu.decide.FactValue;
import org.hefu.decide.Truth;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Names;
import org.hefu.model.Period;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Later;

/** What a rule's conditions came to, element by element. */
final class Elements {
  private final Facts facts;
  private final Probe probe;
  private final Counted counted;
  private final Object lock;

  /** Of facts that were looked at. Always: under the lock. */
  private final Map<Fact, FactValue> values = new HashMap<>();

  /** Of rules that were looked at. Always: under the lock. */
  private final IdentityHashMap<Rule, List<Element>> known = new IdentityHashMap<>();

  /**
   * @param lock is held while something is made that waits until somebody looks at it
   */
  Elements(Facts facts, Probe probe, Common common, Object lock) {
    this.lock = lock;
    this.facts = facts;
    this.probe = probe;
    this.counted = new Counted(common.comparisons, probe);
  }

  /** Any thread may be the first to look into it, and one at a time asks the row. */
  <T> List<T> later(Supplier<List<T>> making) {
    return Later.of(lock, making);
  }

  /** What each of a rule's conditions came to. */
  List<Element> of(Rule rule) {
    synchronized (lock) {
      return known.computeIfAbsent(rule, this::made);
    }
  }

  private List<Element> made(Rule rule) {
    List<Element> elements = new ArrayList<>();
    add(elements, rule, Part.IN_FORCE, rule.instrument().applies(), false);
    add(elements, rule, Part.ACT, rule.act(), false);
    add(elements, rule, Part.WHEN, rule.when(), false);
    add(elements, rule, Part.UNLESS, rule.unless(), false);
    return List.copyOf(elements);
  }

  private void add(List<Element> elements, Rule rule, Part part, Term term, boolean negated) {
    switch (term) {
      case Term.And(_, var parts) when part != Part.UNLESS && !negated ->
          parts.forEach(p -> add(elements, rule, part, p, false));
      case Term.Or(_, var parts) when part == Part.UNLESS && !negated ->
          parts.forEach(p -> add(elements, rule, part, p, false));
      case Term.Not(_, var inner) -> add(elements, rule, part, inner, !negated);
      case Term.Derived(_, var definition) when definition.isPart() ->
          add(elements, rule, part, definition.body(), negated);
      // What stands in no text, or always holds, is no element.
      case Term.Constant _ -> {}
      default ->
          elements.add(
              new Element(
                  part,
                  term,
                  negated,
                  Truth.of(probe.truth(term)),
                  later(() -> values(term)),
                  margin(term),
                  later(() -> open(term, rule)),
                  limit(term)));
    }
  }

  private List<FactValue> values(Term term) {
    Set<Fact> found = new LinkedHashSet<>();
    List<FactValue> values = new ArrayList<>();
    counted.at(term).flatMap(c -> counted.count(c.tally())).ifPresent(values::add);
    Set<Definition> seen = new HashSet<>();
    // A chain of definitions may be long.
    Deque<Term> open = new ArrayDeque<>();
    open.addLast(term);
    while (!open.isEmpty()) {
      Term next = open.removeLast();
      if (!(next instanceof Term.Derived(_, var definition)) || seen.add(definition)) {
        collect(next, found).reversed().forEach(open::addLast);
        if (next instanceof Term.Days days && probe.value(days) != Row.UNKNOWN) {
          values.add(between(days));
        }
      }
    }
    found.stream().map(this::value).forEach(values::add);
    return values;
  }

  /** How many days it is, which a reader would have to reckon out. */
  private FactValue between(Term.Days days) {
    Names to = named(days.date());
    Names from = named(days.since());
    Names names =
        new Names(
            to.name() + " - " + from.name(),
            List.of(),
            new Bilingual(
                "自“%s”至“%s”".formatted(from.label().zh(), to.label().zh()),
                "from “%s” to “%s”".formatted(from.label().en(), to.label().en())));
    Fact fact = new Fact(-1, List.of(names), days.type(), false, Bilingual.NONE, days.span());
    long amount = Period.amount(probe.value(days));
    Bilingual value =
        new Bilingual(Period.DAYS.said(amount, Language.ZH), Period.DAYS.said(amount, Language.EN));
    return new FactValue(fact, Optional.of(value), false);
  }

  private static Names named(Term date) {
    return switch (date) {
      case Term.Stated(_, var fact) ->
          new Names(
              fact.name(),
              List.of(),
              new Bilingual(fact.label(Language.ZH), fact.label(Language.EN)));
      case Term.Derived(_, var definition) when !definition.isPart() -> definition.names();
      default -> {
        String text = date.span().text().replaceAll("\\s+", " ");
        yield new Names(text, List.of(), new Bilingual(text, text));
      }
    };
  }

  FactValue value(Fact fact) {
    // Many conditions look at the same facts.
    FactValue known = values.get(fact);
    if (known == null) {
      known = made(fact);
      values.put(fact, known);
    }
    return known;
  }

  private FactValue made(Fact fact) {
    boolean presumed =
        !facts.isKnown(fact) && !Row.isUnknown(fact.type(), probe.row()[fact.slot()]);
    return new FactValue(fact, facts.said(fact, probe.row()), presumed);
  }

  /**
   * Adds the facts that the term itself reads; what else is to be gone through for it, in order.
   */
  private List<Term> collect(Term term, Set<Fact> found) {
    return switch (term) {
      case Term.Or(_, var parts) -> parts;
      case Term.And(_, var parts) -> parts;
      case Term.Not(_, var part) -> List.of(part);
      case Term.Less(_, var left, var right, _) -> List.of(left, right);
      case Term.Same(_, var left, var right) -> List.of(left, right);
      case Term.Within(_, var value, _, _) -> List.of(value);
      case Term.Sum(_, _, var left, _, var right) -> List.of(left, right);
      case Term.Moved(_, var date, _, var by, _) -> List.of(date, by);
      case Term.Days(_, var date, var since) -> List.of(date, since);
      case Term.Derived(_, var definition) -> {
        Optional<Tally.Compared> compared = counted.at(term);
        compared.ifPresent(c -> found.addAll(counted.facts(c.tally())));
        yield compared.isPresent() ? List.of() : List.of(definition.body());
      }
      case Term.Has(_, var set, _, _) -> {
        found.add(set);
        yield List.of();
      }
      case Term.Known(_, var fact) -> {
        found.add(fact);
        yield List.of();
      }
      case Term.Matches(_, var match) -> {
        found.add(match.fact());
        yield List.of();
      }
      case Term.InStore(_, var stored) -> {
        found.addAll(stored.facts());
        yield List.of();
      }
      case Term.Stated(_, var fact) -> {
        found.add(fact);
        yield List.of();
      }
      case Term.OneOf(_, var value, _) -> List.of(value);
      case Term.Total _ -> term.parts();
      case Term.InForce(_, var instrument) -> List.of(instrument.applies());
      case Term.Constant _, Term.Open _, Term.Faulty _ -> List.of();
    };
  }

  /** What leaves the condition open besides facts. */
  private List<Question> open(Term term, Rule rule) {
    Gaps gaps = new Gaps(probe, facts.policy(), List.of());
    gaps.note(term, rule);
    return gaps.questions();
  }

  private Optional<Term> limit(Term term) {
    if (term instanceof Term.Less(_, var left, var right, _) && margin(term).isPresent()) {
      return Optional.of(left instanceof Term.Constant ? left : right);
    }
    return counted.at(term).map(c -> c.comparison().limit());
  }

  private OptionalLong margin(Term term) {
    Optional<Tally.Compared> compared = counted.at(term);
    if (compared.isPresent()) {
      return counted.margin(compared.get());
    }
    if (!(term instanceof Term.Less(_, var left, var right, _))
        || !(left.type() instanceof Type.Number)) {
      return OptionalLong.empty();
    }
    if (right instanceof Term.Constant(_, _, var limit)
        && left instanceof Term.Stated(_, var fact)) {
      return margin(fact, limit);
    }
    if (left instanceof Term.Constant(_, _, var limit)
        && right instanceof Term.Stated(_, var fact)) {
      return margin(fact, limit);
    }
    return OptionalLong.empty();
  }

  private OptionalLong margin(Fact fact, long limit) {
    long value = probe.row()[fact.slot()];
    return value == Row.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(limit - value);
  }
}

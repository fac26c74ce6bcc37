package org.hefu.seek;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.engine.Trials;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;

/**
 * The atomic comparisons that leave rules open, and the facts in them that are unknown or stated
 * too broadly.
 */
final class Atoms {
  private final Trials trials;
  private final long[] row;

  /** Each atom with its open facts, one for each time it stands there. */
  private final Map<Term, List<Fact>> atoms = new LinkedHashMap<>();

  private final Set<Fact> ofConditions = new LinkedHashSet<>();
  private final Set<Fact> ofSteps = new LinkedHashSet<>();
  private final Set<Question> lawOfConditions = new LinkedHashSet<>();
  private final Set<Question> lawOfSteps = new LinkedHashSet<>();

  /** Facts for which no few values can stand. */
  private final Set<Fact> opaque = new LinkedHashSet<>();

  /** What is being gone through: the conditions of a rule, or of steps that rules require. */
  private Set<Fact> found = ofConditions;

  private Set<Question> foundLaw = lawOfConditions;

  private final Set<Definition> seen = new HashSet<>();

  Atoms(Trials trials, long[] row) {
    this.trials = trials;
    this.row = row;
  }

  /** Takes in what leaves the rule open, or what it requires unconfirmed. */
  void add(Rule rule) {
    found = ofConditions;
    foundLaw = lawOfConditions;
    seen.clear();
    take(rule.instrument().applies());
    take(rule.act());
    if (trials.truth(rule.when(), row) == Row.FALSE
        || trials.truth(rule.unless(), row) == Row.TRUE) {
      // What it would require is asked of nobody.
      return;
    }
    take(rule.when());
    take(rule.unless());
    if (rule.effect() instanceof Effect.Require(var choices, _)) {
      found = ofSteps;
      foundLaw = lawOfSteps;
      seen.clear();
      choices.forEach(p -> take(p.met().body()));
    }
  }

  /** The open facts on which it hangs whether rules apply. */
  Set<Fact> ofConditions() {
    return ofConditions;
  }

  /** The open facts on which it hangs whether required steps are done. */
  Set<Fact> ofSteps() {
    return ofSteps;
  }

  Set<Fact> opaque() {
    return opaque;
  }

  /** The open points of law on which it hangs whether rules apply. */
  Set<Question> lawOfConditions() {
    return lawOfConditions;
  }

  /** The open points of law on which it hangs whether required steps are done. */
  Set<Question> lawOfSteps() {
    return lawOfSteps;
  }

  Map<Term, List<Fact>> all() {
    return atoms;
  }

  /** The atoms in which the fact stands. */
  List<Term> of(Fact fact) {
    return atoms.entrySet().stream()
        .filter(e -> e.getValue().contains(fact))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void take(Term term) {
    if (trials.truth(term, row) != Row.MAYBE) {
      return;
    }
    switch (term) {
      case Term.Or(_, var parts) -> parts.forEach(this::take);
      case Term.And(_, var parts) -> parts.forEach(this::take);
      case Term.Not(_, var part) -> take(part);
      case Term.Same(_, var left, var right) when left.type() instanceof Type.Truth -> {
        take(left);
        take(right);
      }
      case Term.Derived(_, var definition) -> {
        if (seen.add(definition)) {
          trials
              .compared(definition)
              .map(Tally.Compared::tally)
              .filter(t -> trials.isUnknown(t.together()))
              .ifPresentOrElse(t -> unstated(t, definition.body()), () -> take(definition.body()));
        }
      }
      case Term.InForce(_, var instrument) -> take(instrument.applies());
      case Term.Open(_, var question) -> foundLaw.add(question);
      case Term.Stated _,
          Term.Same _,
          Term.Less _,
          Term.Within _,
          Term.Has _,
          Term.Matches _,
          Term.InStore _,
          Term.OneOf _ ->
          atom(term);
      case Term.Constant _,
          Term.Known _,
          Term.Sum _,
          Term.Total _,
          Term.Moved _,
          Term.Days _,
          Term.Faulty _ -> {}
    }
  }

  /** A count that the flow does not state: what is filled in for its parts does not bound it. */
  private void unstated(Tally tally, Term compared) {
    int counts = (int) row[tally.counts().slot()];
    if (counts == Row.MAYBE && seen.add(tally.counts())) {
      take(tally.counts().body());
    }
    for (Term.Less less : limits(compared)) {
      Set<Fact> counted = facts(List.of(less.left()));
      if (counted.stream().noneMatch(trials::isUnknown)
          || (counts != Row.FALSE && counted.equals(Set.of(tally.together())))
          || (counts != Row.TRUE && counted.equals(Set.of(tally.before())))) {
        take(less);
      }
    }
  }

  /** The comparisons with the limit of which comparing a count is made up. */
  private static List<Term.Less> limits(Term term) {
    return switch (term) {
      case Term.Less less -> List.of(less);
      case Term.Derived _ -> List.of();
      default -> term.parts().stream().flatMap(p -> limits(p).stream()).toList();
    };
  }

  private void atom(Term term) {
    List<Fact> facts = new ArrayList<>();
    collect(term, facts);
    facts.removeIf(f -> !Trials.isOpen(f, row));
    atoms.put(term, facts);
    found.addAll(facts);
    if (isOpaque(term)) {
      opaque.addAll(facts);
    }
  }

  /** Does it tell values apart by more than a few limits, such as a list's rows or a calendar? */
  private static boolean isOpaque(Term term) {
    return switch (term) {
      case Term.Matches _, Term.InStore _, Term.OneOf _, Term.Total _ -> true;
      case Term.Moved(_, _, _, _, var calendar) when calendar.isPresent() -> true;
      case Term.Derived(_, var definition) -> isOpaque(definition.body());
      default -> term.parts().stream().anyMatch(Atoms::isOpaque);
    };
  }

  /** The facts in these terms. */
  static Set<Fact> facts(List<Term> terms) {
    List<Fact> facts = new ArrayList<>();
    terms.forEach(t -> collect(t, facts));
    return new LinkedHashSet<>(facts);
  }

  /** Does the term ask the question? */
  static boolean asks(Term term, Question question) {
    return switch (term) {
      case Term.Open(_, var its) -> its.equals(question);
      case Term.Derived(_, var definition) -> asks(definition.body(), question);
      case Term.InForce(_, var instrument) -> asks(instrument.applies(), question);
      default -> term.parts().stream().anyMatch(p -> asks(p, question));
    };
  }

  /** The facts in a term, each as often as it stands there. */
  private static void collect(Term term, List<Fact> facts) {
    switch (term) {
      case Term.Stated(_, var fact) -> facts.add(fact);
      case Term.Derived(_, var definition) -> collect(definition.body(), facts);
      case Term.Same(_, var left, var right) -> both(left, right, facts);
      case Term.Less(_, var left, var right, _) -> both(left, right, facts);
      case Term.Sum(_, _, var left, _, var right) -> both(left, right, facts);
      case Term.Moved(_, var date, _, var by, _) -> both(date, by, facts);
      case Term.Days(_, var date, var since) -> both(date, since, facts);
      case Term.Matches(_, var match) -> facts.add(match.fact());
      case Term.InStore(_, var stored) -> facts.addAll(stored.facts());
      case Term.OneOf(_, var value, _) -> collect(value, facts);
      case Term.Total _ -> term.parts().forEach(p -> collect(p, facts));
      case Term.Within(_, var value, _, _) -> collect(value, facts);
      case Term.Has(_, var set, _, _) -> facts.add(set);
      case Term.Or(_, var parts) -> parts.forEach(p -> collect(p, facts));
      case Term.And(_, var parts) -> parts.forEach(p -> collect(p, facts));
      case Term.Not(_, var part) -> collect(part, facts);
      case Term.Known(_, var fact) -> facts.add(fact);
      case Term.InForce(_, var instrument) -> collect(instrument.applies(), facts);
      case Term.Constant _, Term.Open _, Term.Faulty _ -> {}
    }
  }

  private static void both(Term left, Term right, List<Fact> facts) {
    collect(left, facts);
    collect(right, facts);
  }
}

package org.hefu.twin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Question;
import org.hefu.model.Rule;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;

/** The facts, open points of law and values that some conditions speak of. */
final class Mentions {
  final Set<Fact> facts = new LinkedHashSet<>();
  final Set<Question> law = new LinkedHashSet<>();

  /** Facts of which it is not said how they are filled in. */
  final Set<Fact> intricate = new HashSet<>();

  /** Facts that are not filled in, for a list, a pattern, a count or a calendar is asked. */
  final Set<Fact> opaque = new HashSet<>();

  /** Comparisons of what is reckoned out of facts. */
  final List<Term> reckoned = new ArrayList<>();

  /** Facts of which it is asked whether they are known. */
  final Set<Fact> known = new HashSet<>();

  /** What is worked out of other values. */
  final List<Term> worked = new ArrayList<>();

  final Set<BigInteger> numbers = new TreeSet<>();
  final Set<Long> days = new TreeSet<>();
  final Set<String> texts = new TreeSet<>();

  private final Policy policy;

  /** Which conditions are gone into. */
  private final Predicate<Term> open;

  private final Set<Definition> seen = new HashSet<>();

  Mentions(Policy policy, Predicate<Term> open) {
    this.policy = policy;
    this.open = open;
  }

  private Mentions apart() {
    return new Mentions(policy, _ -> true);
  }

  /** What decides whether the rule applies. */
  void of(Rule rule) {
    where(rule);
    of(rule.when());
    of(rule.unless());
  }

  /** What decides whether the rule governs. */
  void where(Rule rule) {
    if (open.test(rule.instrument().applies())) {
      rule.instrument().territory().ifPresent(t -> facts.add(t.of()));
    }
    if (!rule.effect().spokenOf().isEmpty() && open.test(rule.act())) {
      facts.add(policy.request().act());
    }
  }

  /** What decides whether the requirement is met. */
  void met(Rule rule) {
    if (rule.effect() instanceof Effect.Require(var procedures, _)) {
      procedures.forEach(p -> of(p.met()));
    }
  }

  private void of(Definition definition) {
    if (!seen.add(definition)) {
      return;
    }
    boolean isGrant = policy.granted().filter(definition::equals).isPresent();
    Optional<Tally> tally =
        policy.tallies().stream().filter(t -> limit(t, definition).isPresent()).findFirst();
    if (isGrant) {
      grants();
    } else if (tally.isPresent()) {
      tally(tally.get(), limit(tally.get(), definition).orElseThrow());
    } else {
      of(definition.body());
    }
  }

  /** What the definition compares the tally with, if it does. */
  private static Optional<Term> limit(Tally tally, Definition definition) {
    return tally.comparisons().stream()
        .filter(c -> c.definition().equals(definition))
        .map(Tally.Comparison::limit)
        .findFirst();
  }

  private void grants() {
    intricate(policy.request().act());
    policy.roles().grantee().ifPresent(this::intricate);
    policy.roles().data().ifPresent(this::intricate);
    policy.roles().purpose().ifPresent(this::intricate);
    policy.roles().territory().ifPresent(this::intricate);
    policy.grants().forEach(g -> of(g.when()));
  }

  private void tally(Tally tally, Term limit) {
    of(limit);
    of(tally.counts().body());
    Term before = new Term.Stated(tally.declared(), tally.before());
    Term flow = new Term.Stated(tally.declared(), tally.flow());
    facts.addAll(List.of(tally.before(), tally.flow(), tally.together()));
    Term sum = new Term.Sum(tally.declared(), limit.type(), before, false, flow);
    worked.add(sum);
    if (isReckoned(limit)) {
      Term together = new Term.Stated(tally.declared(), tally.together());
      for (Term count : List.of(before, flow, sum, together)) {
        reckoned.add(new Term.Less(limit.span(), count, limit, false));
      }
    }
  }

  private void intricate(Fact fact) {
    facts.add(fact);
    intricate.add(fact);
  }

  void of(Term term) {
    if (term.type() instanceof Type.Truth && !open.test(term)) {
      return;
    }
    switch (term) {
      case Term.Stated(_, var fact) -> facts.add(fact);
      case Term.Derived(_, var definition) -> of(definition);
      case Term.Has(_, var set, _, _) -> facts.add(set);
      case Term.Matches(_, var match) -> opaque(match.fact());
      case Term.InStore(_, var stored) -> stored.facts().forEach(this::opaque);
      case Term.Known(_, var fact) -> known.add(fact);
      case Term.Open(_, var question) -> law.add(question);
      case Term.InForce(_, var instrument) ->
          instrument.territory().ifPresent(t -> facts.add(t.of()));
      case Term.Constant(_, var type, var value) -> value(type, value);
      // How a list's column tells values apart is left to laws.
      case Term.OneOf _ -> opaque(term);
      case Term.Same(_, var left, var right) when left.type() instanceof Type.Of -> {
        Mentions one = apart();
        one.of(left);
        Mentions other = apart();
        other.of(right);
        // Of a broad value not even `x is x` is sure.
        one.facts.stream().filter(other.facts::contains).forEach(this::intricate);
        term.parts().forEach(this::of);
      }
      case Term.Same(_, var left, _) when left.type() instanceof Type.Truth ->
          term.parts().forEach(this::of);
      case Term.Less _, Term.Same _ -> {
        if (isOpaque(term)) {
          opaque(term);
        } else if (isReckoned(term)) {
          reckoned.add(term);
        }
        term.parts().forEach(this::of);
      }
      case Term.Sum _, Term.Moved _, Term.Days _ -> {
        worked.add(term);
        term.parts().forEach(this::of);
      }
      case Term.Total(_, _, var counted) -> {
        worked.add(term);
        counted.forEach(c -> of(c.condition()));
        counted.forEach(c -> of(c.value()));
      }
      default -> term.parts().forEach(this::of);
    }
  }

  /** Does it count, or look at a calendar? */
  private static boolean isOpaque(Term term) {
    return switch (term) {
      case Term.Total _ -> true;
      case Term.Moved(_, _, _, _, var calendar) when calendar.isPresent() -> true;
      case Term.Derived(_, var definition) -> isOpaque(definition.body());
      default -> term.parts().stream().anyMatch(Mentions::isOpaque);
    };
  }

  private static boolean isReckoned(Term term) {
    return switch (term) {
      case Term.Sum _, Term.Moved _, Term.Days _ -> true;
      case Term.Derived(_, var definition) -> isReckoned(definition.body());
      default -> term.parts().stream().anyMatch(Mentions::isReckoned);
    };
  }

  private void opaque(Term term) {
    Mentions inside = apart();
    inside.all(term);
    inside.facts.forEach(this::opaque);
  }

  private void opaque(Fact fact) {
    facts.add(fact);
    opaque.add(fact);
  }

  private void all(Term term) {
    switch (term) {
      case Term.OneOf(_, var of, _) -> of(of);
      default -> term.parts().forEach(this::of);
    }
  }

  /** The facts of which a value is worked out, each as often as it stands there. */
  static List<Fact> reckoned(Term term) {
    return switch (term) {
      case Term.Stated(_, var fact) -> List.of(fact);
      case Term.Derived(_, var definition) -> reckoned(definition.body());
      default -> term.parts().stream().flatMap(p -> reckoned(p).stream()).toList();
    };
  }

  private void value(Type type, long value) {
    switch (type) {
      case Type.Number _ -> numbers.add(BigInteger.valueOf(value));
      case Type.Date _ -> days.add(value);
      case Type.Words _ -> texts.add(policy.words().get((int) value));
      default -> {}
    }
  }
}

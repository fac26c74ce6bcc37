package org.hefu.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.check.Possible.Claim;
import org.hefu.check.Possible.Claimed;
import org.hefu.model.Effect;
import org.hefu.model.Kind;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Pass: rules of one instrument that differ only in the limits they set to one value, and that
 * leave something between them or meet in one point. Limits one within another are meant to add up.
 */
final class Thresholds {
  /** How many ten-thousandths a whole number has. */
  private static final long WHOLE = 10_000;

  /** How many searches it takes before gaps are no longer told; each alone is short. */
  private static final int LONGEST = 100_000;

  private int left = LONGEST;
  private final World world;
  private final List<Scope> scopes;
  private final List<List<Set<Integer>>> defeaters;

  Thresholds(World world, List<Scope> scopes, List<List<Set<Integer>>> defeaters) {
    this.world = world;
    this.scopes = scopes;
    this.defeaters = defeaters;
  }

  void run() {
    for (Scope scope : scopes) {
      World.goOn();
      Map<String, List<Limits>> groups = new LinkedHashMap<>();
      List<Rule> rules = new ArrayList<>();
      for (Symbol symbol : scope.own()) {
        if (symbol instanceof Symbol.OfRule it) {
          for (Rule rule : NeverMet.inEachText(it)) {
            rules.add(rule);
            for (Limits each : Limits.of(rule)) {
              String group = rule.instrument().slot() + subject(rule) + each.beside();
              groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(each);
            }
          }
        }
      }
      groups.values().forEach(g -> neighbours(g, rules));
    }
  }

  /** The acts, or the fact, that a rule settles something of; rules of one subject are compared. */
  private static String subject(Rule rule) {
    return switch (rule.effect()) {
      case Effect.Forbid _, Effect.Permit _, Effect.Require _, Effect.Exempt _ ->
          "acts" + Sense.acts(rule.effect().spokenOf());
      case Effect.Oblige it -> "duties" + Sense.acts(it.acts());
      case Effect.Presume(var fact, _) -> "fact" + fact.slot();
      case Effect.Advise _ -> "advice" + rule.index();
    };
  }

  private void neighbours(List<Limits> group, List<Rule> rules) {
    List<Limits> ascending = new ArrayList<>(group);
    ascending.sort(Comparator.comparingLong(Limits::from).thenComparingLong(Limits::to));
    Limits reaching = null;
    for (Limits next : ascending) {
      if (reaching != null) {
        pair(reaching, next, rules);
      }
      if (reaching == null || next.to() > reaching.to()) {
        reaching = next;
      }
    }
  }

  private void pair(Limits one, Limits next, List<Rule> rules) {
    boolean nested = next.to() <= one.to() || next.from() == one.from();
    Term.@Nullable Less low = next.low();
    Term.@Nullable Less high = one.high();
    if (nested || low == null || high == null) {
      return;
    }
    if (next.from() == one.to()) {
      world.report(problem(Code.THRESHOLD_OVERLAP, one, high, next, low).help("leave-out"));
    } else if (next.from() < one.to()) {
      if (isContradiction(one.rule(), next.rule())) {
        world.report(problem(Code.THRESHOLD_OVERLAP, one, high, next, low));
      }
    } else if (next.from() > one.to() + 1
        && !Sense.of(one.rule()).equals(Sense.of(next.rule()))
        && holdsSomething(one, next)
        && !isSpokenOf(one, next, rules)) {
      Problem problem = problem(Code.THRESHOLD_GAP, one, high, next, low);
      boolean point = constant(high).equals(constant(low));
      world.report(point ? problem.help("take-in") : problem);
    }
  }

  private static Problem problem(
      Code code, Limits one, Term.Less high, Limits next, Term.Less low) {
    return Problem.of(
            code,
            low.span(),
            one.rule().names().name(),
            next.rule().names().name(),
            said(one, high, next, low))
        .related(high.span(), "limit-here");
  }

  private static Object said(Limits one, Term.Less high, Limits next, Term.Less low) {
    if (one.value().type() instanceof Type.Of(var kind)) {
      long from = Math.min(one.to() + 1, next.from());
      long to = Math.max(next.from() - 1, one.to());
      List<String> names =
          kind.members().subList((int) from, (int) to + 1).stream()
              .map(m -> "`" + m.names().name() + "`")
              .toList();
      return String.join(", ", names);
    }
    boolean overlap = next.from() <= one.to();
    String first = constant(overlap ? low : high);
    String last = constant(overlap ? high : low);
    return first.equals(last) ? first : new Bilingual(first + " 至 " + last, first + " to " + last);
  }

  private static String constant(Term.Less less) {
    return (Literal.constant(less.left()).isPresent() ? less.left() : less.right()).span().text();
  }

  /** Between 99,999 and 100,000 people there is nobody. */
  private static boolean holdsSomething(Limits one, Limits next) {
    return !(one.value().type() instanceof Type.Number)
        || Math.floorDiv(next.from() - 1, WHOLE) > Math.floorDiv(one.to(), WHOLE);
  }

  /** Does another rule surely speak of what lies between, or can nothing lie there? */
  private boolean isSpokenOf(Limits one, Limits next, List<Rule> rules) {
    List<Claimed> between = new ArrayList<>(one.others());
    between.addAll(NeverMet.applies(one.rule()));
    between.add(new Claimed(one.highest(), Claim.FALSE));
    between.add(new Claimed(next.lowest(), Claim.FALSE));
    if (Possible.clash(between).isPresent()) {
      return true;
    }
    for (Rule rule : rules) {
      if (rule != one.rule() && rule != next.rule() && meet(rule, one.rule())) {
        List<Claimed> unsaid = new ArrayList<>(between);
        Term not = new Term.Not(rule.unless().span(), rule.unless());
        Term condition = new Term.And(rule.declared(), List.of(rule.when(), not));
        unsaid.add(new Claimed(condition, Claim.NOT_TRUE));
        if (--left < 0 || Possible.clash(unsaid).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(Rule rule, Rule other) {
    if (!rule.instrument().equals(other.instrument())) {
      return false;
    }
    List<Kind.Member> acts = rule.effect().spokenOf();
    return acts.stream()
            .anyMatch(
                a -> other.effect().spokenOf().stream().anyMatch(b -> a.holds(b) || b.holds(a)))
        || subject(rule).equals(subject(other));
  }

  /** One permits what the other forbids, and neither gives way. */
  private boolean isContradiction(Rule one, Rule other) {
    boolean contrary =
        (one.effect() instanceof Effect.Permit && other.effect() instanceof Effect.Forbid)
            || (one.effect() instanceof Effect.Forbid && other.effect() instanceof Effect.Permit);
    return contrary
        && !Defeats.hold(defeaters.get(one.index()), other.index())
        && !Defeats.hold(defeaters.get(other.index()), one.index());
  }
}

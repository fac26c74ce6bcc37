package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.check.Possible.Claim;
import org.hefu.check.Possible.Claimed;
import org.hefu.check.Possible.Clash;
import org.hefu.check.Possible.Found;
import org.hefu.model.Definition;
import org.hefu.model.Instrument;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Span;

/** Pass: conditions that no facts meet, or that no facts fail, and rules that can never apply. */
final class NeverMet {
  private static final Found POSSIBLE = new Found(Optional.empty(), true);

  private final World world;
  private final List<Scope> scopes;

  NeverMet(World world, List<Scope> scopes) {
    this.world = world;
    this.scopes = scopes;
  }

  void run() {
    for (Scope scope : scopes) {
      for (Symbol symbol : scope.own()) {
        World.goOn();
        switch (symbol) {
          case Symbol.OfDefinition it -> {
            Definition plain = it.worked.get("");
            if (plain != null) {
              condition(plain.body(), false, false);
            }
          }
          case Symbol.OfProcedure it -> {
            if (it.worked != null) {
              condition(it.worked.met().body(), false, false);
            }
          }
          case Symbol.OfRule it -> it.rules.stream().findFirst().ifPresent(r -> rule(r, it));
          default -> {}
        }
      }
    }
  }

  /**
   * Tells the smallest parts that are at fault; is the condition sound?
   *
   * @param canHold is it known that some facts meet it?
   * @param canFail is it known that some facts fail it?
   */
  private boolean condition(Term term, boolean canHold, boolean canFail) {
    if (!(term.type() instanceof Type.Truth) || term instanceof Term.Derived) {
      // A definition is told of where it stands.
      return true;
    }
    List<Term> parts = parts(term);
    // First of the whole, since what is possible of all parts together is so of each.
    Found holds = canHold ? POSSIBLE : Possible.search(term, Claim.TRUE);
    Found fails = canFail || !isComposed(term) ? POSSIBLE : Possible.search(term, Claim.FALSE);
    boolean sound = true;
    for (Term part : parts) {
      sound &=
          switch (term) {
            case Term.And _ -> condition(part, holds.surely(), false);
            case Term.Or _ -> condition(part, false, fails.surely());
            default -> condition(part, fails.surely(), holds.surely());
          };
    }
    if (!sound) {
      return false;
    }
    Optional<Clash> never = holds.clash();
    if (never.isPresent()) {
      Problem problem = Problem.of(Code.NEVER_MET, term.span());
      for (Span place : places(never.get(), term.span())) {
        problem = problem.related(place, "excluded-here");
      }
      world.report(problem);
      return false;
    }
    Optional<Clash> always = fails.clash();
    if (always.isPresent()) {
      Problem problem = Problem.of(Code.ALWAYS_MET, term.span());
      for (Span place : places(always.get(), term.span())) {
        problem = problem.related(place, "either-here");
      }
      world.report(problem);
    }
    return always.isEmpty();
  }

  private static boolean isComposed(Term term) {
    return term instanceof Term.Or || term instanceof Term.And || term instanceof Term.Not;
  }

  private static List<Term> parts(Term term) {
    return switch (term) {
      case Term.Or(_, var parts) -> parts;
      case Term.And(_, var parts) -> parts;
      // `x not in y` is one condition in the text.
      case Term.Not(var span, var part) when !part.span().equals(span) -> List.of(part);
      default -> List.of();
    };
  }

  /** Of rules that it has become, one for each text of the instrument in which it stands. */
  static Collection<Rule> inEachText(Symbol.OfRule symbol) {
    if (symbol.rules.size() == 1) {
      return symbol.rules;
    }
    Map<Instrument, Rule> first = new LinkedHashMap<>();
    symbol.rules.forEach(r -> first.putIfAbsent(r.instrument(), r));
    return first.values();
  }

  private void rule(Rule rule, Symbol.OfRule symbol) {
    // What is not written counts as true or false, at the rule's name.
    boolean written = !rule.when().span().equals(rule.declared());
    boolean excepted = !rule.unless().span().equals(rule.declared());
    List<Claimed> claims = new ArrayList<>();
    claims.add(new Claimed(rule.when(), Claim.TRUE));
    claims.add(new Claimed(rule.unless(), Claim.FALSE));
    claims.add(new Claimed(rule.act(), Claim.TRUE));
    claims.addAll(applies(rule));
    boolean applies = Possible.search(claims).surely();
    boolean sound = !written || condition(rule.when(), applies, false);
    sound &= !excepted || condition(rule.unless(), false, applies);
    if (sound && !applies) {
      neverApplies(rule, symbol);
    }
  }

  /** Tells why a rule never applies, if it does not. */
  private void neverApplies(Rule rule, Symbol.OfRule symbol) {
    List<Claimed> claims = new ArrayList<>();
    claims.add(new Claimed(rule.when(), Claim.TRUE));
    if (tells(rule, claims, "why-condition")) {
      return;
    }
    claims.add(new Claimed(rule.unless(), Claim.FALSE));
    if (tells(rule, claims, "why-exception")) {
      return;
    }
    claims.add(new Claimed(rule.act(), Claim.TRUE));
    if (tells(rule, claims, "why-act")) {
      return;
    }
    for (Rule each : inEachText(symbol)) {
      List<Claimed> here = new ArrayList<>(claims);
      here.addAll(applies(each));
      if (Possible.clash(here).isEmpty()) {
        return;
      }
    }
    claims.addAll(applies(rule));
    tells(rule, claims, "why-instrument");
  }

  /** When and where the instrument applies, a draft's as if it were adopted. */
  static List<Claimed> applies(Rule rule) {
    List<Claimed> claims = new ArrayList<>();
    for (Term part : parts(rule.instrument().applies())) {
      if (!(part instanceof Term.Constant)) {
        claims.add(new Claimed(part, Claim.TRUE));
      }
    }
    return claims;
  }

  private boolean tells(Rule rule, List<Claimed> claims, String why) {
    Optional<Clash> clash = Possible.clash(claims);
    clash.ifPresent(c -> {
      Problem problem = Problem.of(Code.NEVER_APPLIES, rule.declared(), new Phrase(why));
      for (Span place : places(c, rule.declared())) {
        problem =
            why.equals("why-exception")
                ? problem.related(place, "implied-here")
                : problem.related(place, "excluded-here");
      }
      world.report(problem);
    });
    return clash.isPresent();
  }

  /** The places of the clash, as far as they say more than the problem's own. */
  private static List<Span> places(Clash clash, Span problem) {
    return Stream.of(clash.one(), clash.other())
        .distinct()
        .filter(p -> !p.equals(problem))
        .toList();
  }
}

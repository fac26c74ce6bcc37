package org.hefu.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.TextEdit;
import org.hefu.RunScenarios;
import org.hefu.decide.Decision;
import org.hefu.doc.Trial;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Scenario;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.syntax.Declaration;
import org.hefu.text.Source;

/**
 * A scenario for the side of a rule that none of its module's scenarios shows: one in which it
 * applies, or one in which it does not. What is expected is what comes of the facts.
 */
final class NewScenario {
  /** So many scenarios are run to see which sides they show. */
  private static final int MOST = 200;

  private final View view;
  private final Unit unit;
  private final Policy policy;
  private final Rule rule;

  private NewScenario(View view, Unit unit, Policy policy, Rule rule) {
    this.view = view;
    this.unit = unit;
    this.policy = policy;
    this.rule = rule;
  }

  /** A scenario that may be written. */
  record Offer(boolean applies, String rule) {}

  static List<Offer> at(View view, int offset) {
    Unit unit = view.whole();
    Optional<Program> program = unit.program();
    Optional<Declaration.Rule> syntax =
        view.module().declarations().stream()
            .filter(Declaration.Rule.class::isInstance)
            .map(Declaration.Rule.class::cast)
            .filter(r -> r.span().start() <= offset && offset <= r.span().end())
            .findFirst();
    if (program.isEmpty() || syntax.isEmpty()) {
      return List.of();
    }
    Policy policy = program.get().policy();
    List<Offer> offers = new ArrayList<>();
    policy.rules().stream()
        .filter(r -> r.declared().equals(syntax.get().called().name().span()))
        .findFirst()
        .ifPresent(rule -> {
          NewScenario made = new NewScenario(view, unit, policy, rule);
          Sides sides = made.shown(program.get());
          if (!sides.applies()) {
            offers.add(new Offer(true, rule.names().name()));
          }
          if (!sides.not()) {
            offers.add(new Offer(false, rule.names().name()));
          }
        });
    return offers;
  }

  /** The edit that writes what was offered; what is expected has to be decided first. */
  static Supplier<Optional<TextEdit>> edit(View view, Offer offer) {
    Unit unit = view.whole();
    return unit.program()
        .map(Program::policy)
        .flatMap(policy ->
            policy.rules().stream()
                .filter(r ->
                    r.declared().source() == view.source() && r.names().name().equals(offer.rule()))
                .findFirst()
                .map(rule -> new NewScenario(view, unit, policy, rule)))
        .<Supplier<Optional<TextEdit>>>map(made -> () -> made.edit(offer.applies()))
        .orElse(Optional::empty);
  }

  private record Sides(boolean applies, boolean not) {}

  private Sides shown(Program program) {
    boolean applies = false;
    boolean not = false;
    List<Scenario> own =
        policy.scenarios().stream()
            .filter(s -> s.module().equals(rule.instrument().module()))
            .limit(MOST)
            .toList();
    for (Scenario each : own) {
      // Untested: a rule that may apply is shown, too.
      Decision decision =
          program.decide(
              Facts.of(policy, each.given(), each.parts()),
              new Asked(each.using(), each.withDrafts()));
      boolean shows =
          Trial.of(each, decision).rules().stream()
              .anyMatch(r -> r.declared().equals(rule.declared()));
      applies |= shows;
      not |= !shows;
      if (applies && not) {
        break;
      }
    }
    return new Sides(applies, not);
  }

  private Optional<TextEdit> edit(boolean applies) {
    Map<Fact, String> given = new LinkedHashMap<>();
    policy.request().facts().stream()
        .filter(Fact::required)
        .forEach(f -> given.put(f, RequiredFacts.example(f.type())));
    given.put(policy.request().stage(), "planned");
    acts().ifPresent(act -> given.put(policy.request().act(), act));
    fill(rule.when(), applies, given);
    fill(rule.unless(), false, given);
    String facts =
        String.join(
            "\n    ",
            given.entrySet().stream().map(e -> e.getKey().name() + ": " + e.getValue()).toList());
    String title = rule.names().name() + (applies ? ": applies" : ": does not apply");
    String body =
        "\nscenario \"" + title + "\" {\n  given {\n    " + facts + "\n  }\n  expect %s\n}\n";
    String text = view.source().text();
    String gap = text.endsWith("\n") ? "" : "\n";
    return came(text + gap + body.formatted("permitted"), title)
        .map(outcome ->
            new TextEdit(
                Places.range(view.source(), text.length(), text.length()),
                gap + body.formatted(outcome)));
  }

  /** What comes of the scenario, in the policy with it. */
  private Optional<String> came(String text, String title) {
    List<Text> texts = new ArrayList<>();
    for (Text each : unit.texts()) {
      boolean here = each.module().source() == view.source();
      texts.add(here ? each.with(new Source(each.source().name(), text)) : each);
    }
    Unit after = Unit.named(texts);
    return after
        .program()
        .flatMap(program ->
            program.policy().scenarios().stream()
                .filter(s -> s.isTitled(title))
                .findFirst()
                .map(s -> RunScenarios.one(program, s).decision().outcome().word()));
  }

  private Optional<String> acts() {
    List<Kind.Member> acts =
        switch (rule.effect()) {
          case Effect.Forbid(var all) -> all;
          case Effect.Permit(var all) -> all;
          case Effect.Require(_, var all) -> all;
          case Effect.Exempt(var all, _) -> all;
          case Effect.Oblige it -> it.acts();
          case Effect.Presume _, Effect.Advise _ -> List.of();
        };
    return acts.stream().findFirst().map(m -> m.names().name());
  }

  /** States facts so that the condition is as wished, where it is plain how. */
  private void fill(Term term, boolean wished, Map<Fact, String> given) {
    switch (term) {
      case Term.Not(_, var part) -> fill(part, !wished, given);
      case Term.And(_, var parts) -> fill(parts, wished, wished, given);
      case Term.Or(_, var parts) -> fill(parts, wished, !wished, given);
      case Term.Derived(_, var definition) -> fill(definition.body(), wished, given);
      case Term.Stated(_, var fact) when fact.type() instanceof Type.Truth ->
          given.putIfAbsent(fact, String.valueOf(wished));
      case Term.Within(_, Term.Stated(_, var fact), _, var members)
          when wished && !members.isEmpty() ->
          given.putIfAbsent(fact, members.getFirst().names().name());
      case Term.Has(_, var fact, _, var member) ->
          given.putIfAbsent(fact, wished ? "{" + member.names().name() + "}" : "{}");
      case Term.Less(_, Term.Stated(_, var fact), Term.Constant limit, var orEqual) ->
          number(fact, limit, wished == orEqual ? 0 : wished ? -1 : 0, given);
      case Term.Less(_, Term.Constant limit, Term.Stated(_, var fact), var orEqual) ->
          number(fact, limit, wished ? (orEqual ? 0 : 1) : (orEqual ? -1 : 0), given);
      case Term.Known(_, var fact) when wished ->
          given.putIfAbsent(fact, RequiredFacts.example(fact.type()));
      default -> {}
    }
  }

  private static final long ONE = 10_000;

  private static void number(Fact fact, Term.Constant limit, int by, Map<Fact, String> given) {
    if (fact.type() instanceof Type.Number && limit.value() % ONE == 0) {
      given.putIfAbsent(fact, String.valueOf(limit.value() / ONE + by));
    } else if (fact.type() instanceof Type.Date && !Row.isUnknown(Type.DATE, limit.value())) {
      given.putIfAbsent(fact, java.time.LocalDate.ofEpochDay(limit.value() + by).toString());
    }
  }

  private void fill(List<Term> parts, boolean wished, boolean all, Map<Fact, String> given) {
    for (Term part : parts) {
      fill(part, wished, given);
      if (!all) {
        return;
      }
    }
  }
}

package org.hefu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.IfAdopted;
import org.hefu.decide.Missing;
import org.hefu.decide.Requirement;
import org.hefu.decide.Truth;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Scenario;
import org.hefu.seek.Decide;
import org.hefu.text.Language;
import org.hefu.text.Wording;

/** Runs a policy's scenarios: decides what each gives, and compares it with what each expects. */
public final class RunScenarios {
  /** What came of one scenario; it has passed if nothing failed. */
  public record Result(Scenario scenario, Decision decision, List<Failure> failures) {
    public boolean hasPassed() {
      return failures.isEmpty();
    }
  }

  /** One way in which a decision is not what its scenario expects. */
  public sealed interface Failure {
    record WrongOutcome(Outcome expected, Outcome came) implements Failure {}

    /** The answer does not rest on what is cited. */
    record NotCited(Scenario.Cited cited) implements Failure {}

    /** It applies, or the answer rests on it, and the scenario says that it does not. */
    record CitedThough(Scenario.Cited cited) implements Failure {}

    /** No duty of this is overdue. */
    record NotOverdue(Scenario.Cited cited) implements Failure {}

    /** Its duty is overdue, and the scenario says that it is not. */
    record OverdueThough(Scenario.Cited cited) implements Failure {}

    /** These are not still to be done. */
    record NotRequired(Set<Procedure> procedures) implements Failure {}

    /** This is still to be done, and the scenario does not name it. */
    record Unexpected(Requirement requirement) implements Failure {}

    /** The answer does not hang on this fact. */
    record NotMissing(Fact fact) implements Failure {}

    /** A line for the one who wrote the scenario. */
    default String said(Language language) {
      Wording words = new Wording("org.hefu.words", language);
      return switch (this) {
        case WrongOutcome(var expected, var came) ->
            words.say("expected-outcome", expected.label(), came.label());
        case NotCited(var cited) -> words.say("not-cited", said(cited, language));
        case CitedThough(var cited) -> words.say("cited-though", said(cited, language));
        case NotOverdue(var cited) -> words.say("not-overdue", said(cited, language));
        case OverdueThough(var cited) -> words.say("overdue-though", said(cited, language));
        case NotRequired(var procedures) -> words.say("not-required", procedures(procedures));
        case Unexpected(var requirement) ->
            words.say("unexpected", procedures(choices(requirement)));
        case NotMissing(var fact) -> words.say("not-missing", fact.name());
      };
    }

    private static String said(Scenario.Cited cited, Language language) {
      return cited
          .rule()
          .orElseGet(
              () -> cited.module() + " " + cited.citation().map(c -> c.in(language)).orElse(""));
    }

    /** Steps of which one is enough. */
    static String procedures(Set<Procedure> procedures) {
      return procedures.stream()
          .map(p -> p.names().name())
          .sorted()
          .collect(Collectors.joining(" / "));
    }
  }

  private RunScenarios() {}

  public static Result one(Program program, Scenario scenario) {
    Facts facts = Facts.of(program.policy(), scenario.given(), scenario.parts());
    Asked asks = new Asked(scenario.using(), scenario.withDrafts());
    Decision asked = Decide.flow(program, facts, asks);
    Decision decision = asked.ifAdopted().map(IfAdopted::decision).orElse(asked);
    List<Failure> failures = new ArrayList<>();
    if (decision.outcome() != scenario.expected()) {
      failures.add(new Failure.WrongOutcome(scenario.expected(), decision.outcome()));
    }
    citing(scenario, decision, failures);
    requiring(scenario, decision, failures);
    missing(scenario, decision, failures);
    return new Result(scenario, decision, List.copyOf(failures));
  }

  private static void citing(Scenario scenario, Decision decision, List<Failure> failures) {
    List<Rule> grounds = rules(decision, decision.outcome() == Outcome.PERMITTED);
    List<Rule> all = rules(decision, true);
    for (Scenario.Cited cited : scenario.citing()) {
      if (cited.overdue()) {
        overdue(cited, decision).ifPresent(failures::add);
      } else if (cited.not() && all.stream().anyMatch(rule -> isMeant(cited, rule))) {
        failures.add(new Failure.CitedThough(cited));
      } else if (!cited.not() && grounds.stream().noneMatch(rule -> isMeant(cited, rule))) {
        failures.add(new Failure.NotCited(cited));
      }
    }
  }

  private static Optional<Failure> overdue(Scenario.Cited cited, Decision decision) {
    boolean is =
        decision.deadlines().stream()
            .anyMatch(d -> d.overdue() == Truth.TRUE && isMeant(cited, d.rule()));
    if (is != cited.not()) {
      return Optional.empty();
    }
    return Optional.of(is ? new Failure.OverdueThough(cited) : new Failure.NotOverdue(cited));
  }

  /**
   * The rules that the answer rests on; {@code applied} with every one that applied, as where it is
   * a permission.
   */
  private static List<Rule> rules(Decision decision, boolean applied) {
    Stream<Finding> others = Stream.concat(decision.duties().stream(), decision.advice().stream());
    return Stream.concat(decision.findings().stream(), others)
        .filter(f -> f.operative() || (applied && f.standing() == Standing.APPLIED))
        .map(Finding::rule)
        .toList();
  }

  private static boolean isMeant(Scenario.Cited cited, Rule rule) {
    if (cited.rule().isPresent()) {
      return cited.rule().get().equals(rule.name());
    }
    return cited.module().equals(rule.instrument().module())
        && (cited.version().isEmpty() || rule.instrument().isVersion(cited.version().get()))
        && cited.citation().stream().anyMatch(c -> rule.citations().stream().anyMatch(c::holds));
  }

  private static void requiring(Scenario scenario, Decision decision, List<Failure> failures) {
    List<Requirement> open = decision.requirements().stream().filter(Requirement::isOpen).toList();
    for (Set<Procedure> procedures : scenario.requiring()) {
      if (open.stream().noneMatch(r -> choices(r).equals(procedures))) {
        failures.add(new Failure.NotRequired(procedures));
      }
    }
    if (!scenario.requiring().isEmpty()) {
      open.stream()
          .filter(r -> r.certain() && !scenario.requiring().contains(choices(r)))
          .forEach(r -> failures.add(new Failure.Unexpected(r)));
    }
  }

  private static Set<Procedure> choices(Requirement requirement) {
    Set<Procedure> choices = new HashSet<>();
    requirement.choices().forEach(c -> choices.add(c.procedure()));
    return choices;
  }

  private static void missing(Scenario scenario, Decision decision, List<Failure> failures) {
    Set<Fact> missing = new HashSet<>();
    for (Missing each : decision.missing()) {
      if (each instanceof Missing.OfFact(var fact, _, _)) {
        missing.add(fact);
      }
    }
    scenario.missing().stream()
        .filter(f -> !missing.contains(f))
        .forEach(f -> failures.add(new Failure.NotMissing(f)));
  }
}

package org.hefu.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hefu.decide.Deadline;
import org.hefu.decide.Decided;
import org.hefu.decide.Decision;
import org.hefu.decide.Element;
import org.hefu.decide.FactValue;
import org.hefu.decide.Finding;
import org.hefu.decide.Finding.Standing;
import org.hefu.decide.Hashes;
import org.hefu.decide.IfAdopted;
import org.hefu.decide.Missing;
import org.hefu.decide.Requirement;
import org.hefu.decide.Requirement.Choice;
import org.hefu.decide.Truth;
import org.hefu.fact.Facts;
import org.hefu.model.Instrument;
import org.hefu.model.Outcome;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Tally;

/** Flows of several parts: each is decided by itself, with the counts of all of them. */
public final class Parts {
  private Parts() {}

  /** The parts as flows that can be decided each by itself: each knows what the others count. */
  public static List<Facts.Part> of(Program program, Facts flow) {
    List<Tally> tallies = flow.policy().tallies();
    List<long[]> rows = flow.parts().stream().map(p -> program.row(p.facts(), Asked.ALL)).toList();
    List<Facts.Part> parts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Facts.Part part = flow.parts().get(i);
      Facts facts = part.facts().copy();
      for (Tally tally : tallies) {
        beside(tally, rows, i, facts);
      }
      parts.add(new Facts.Part(part.name(), facts));
    }
    return parts;
  }

  /** States what the parts but one count: the most that one surely has, and all that may count. */
  private static void beside(Tally tally, List<long[]> rows, int but, Facts facts) {
    long least = 0;
    long most = 0;
    for (int i = 0; i < rows.size(); i++) {
      long[] row = rows.get(i);
      long counts = row[tally.counts().slot()];
      if (i == but || counts == Row.FALSE) {
        continue;
      }
      long people = row[tally.flow().slot()];
      if (people == Row.UNKNOWN) {
        most = Row.UNKNOWN;
        continue;
      }
      least = counts == Row.TRUE ? Math.max(least, people) : least;
      most = most == Row.UNKNOWN ? most : most + people;
    }
    facts.set(tally.othersLeast(), least);
    facts.set(tally.othersMost(), most);
  }

  /** The whole of a flow: as bad as its worst part, and everything that any of them asks for. */
  public static Decision whole(Facts flow, List<Decision.Part> parts) {
    List<Decision> each = parts.stream().map(Decision.Part::decision).toList();
    Outcome worst = Outcome.worst(each.stream().map(Decision::outcome).toList());
    Decision first = each.getFirst();
    return new Decided(
        worst,
        first.on(),
        first.policy(),
        first.using(),
        all(each, Decision::versions, Function.identity(), _ -> true),
        all(each, Decision::drafts, Function.identity(), _ -> true),
        findings(each, worst),
        requirements(each),
        all(each, Decision::duties, Finding::rule, f -> f.standing() == Standing.APPLIED),
        all(each, Decision::advice, Finding::rule, _ -> true),
        all(each, Decision::presumptions, Function.identity(), _ -> true),
        missing(each),
        common(each),
        new Hashes(first.hashes()::policy, () -> Hash.facts(flow)),
        all(each, Decision::deadlines, Deadline::rule, d -> d.overdue() == Truth.TRUE),
        all(each, Decision::states, Function.identity(), _ -> true),
        all(each, Decision::conflicts, Function.identity(), _ -> true),
        adopted(flow, parts),
        all(each, Decision::grants, Function.identity(), _ -> true),
        parts,
        Optional.empty(),
        finding -> elements(finding, each, worst));
  }

  /** What the whole would be if the drafts were adopted, where that was asked. */
  private static Optional<IfAdopted> adopted(Facts flow, List<Decision.Part> parts) {
    if (parts.getFirst().decision().ifAdopted().isEmpty()) {
      return Optional.empty();
    }
    List<Decision.Part> counted = new ArrayList<>();
    Set<Instrument> drafts = new LinkedHashSet<>();
    for (Decision.Part part : parts) {
      IfAdopted adopted = part.decision().ifAdopted().orElseThrow();
      counted.add(new Decision.Part(part.name(), adopted.decision()));
      drafts.addAll(adopted.drafts());
    }
    return Optional.of(new IfAdopted(whole(flow, counted), List.copyOf(drafts)));
  }

  /** What the decisions have of a kind, each once: rather one that is certain. */
  private static <T, K> List<T> all(
      List<Decision> decisions,
      Function<Decision, List<T>> of,
      Function<T, K> key,
      Predicate<T> certain) {
    Map<K, T> all = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      for (T each : of.apply(decision)) {
        all.merge(
            key.apply(each),
            each,
            (one, other) -> certain.test(one) || !certain.test(other) ? one : other);
      }
    }
    return List.copyOf(all.values());
  }

  /** Of each rule what became of it in the part that the whole rests on, or else in the first. */
  private static List<Finding> findings(List<Decision> decisions, Outcome worst) {
    Map<Rule, Finding> findings = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      boolean bears = decision.outcome() == worst;
      decision.findings().stream()
          .filter(f -> f.operative() && bears)
          .forEach(f -> findings.putIfAbsent(f.rule(), f));
    }
    for (Decision decision : decisions) {
      for (Finding f : decision.findings()) {
        findings.putIfAbsent(f.rule(), f.as(f.standing(), false));
      }
    }
    return List.copyOf(findings.values());
  }

  /** Those of the part that a finding was taken from. */
  private static List<Element> elements(Finding finding, List<Decision> decisions, Outcome worst) {
    return decisions.stream()
        .filter(d -> !finding.operative() || d.outcome() == worst)
        .filter(d ->
            Stream.of(d.findings(), d.duties(), d.advice())
                .flatMap(List::stream)
                .anyMatch(f -> isTaken(finding, f)))
        .findFirst()
        .map(d -> d.elements(finding))
        .orElseThrow();
  }

  private static boolean isTaken(Finding finding, Finding from) {
    return from.rule() == finding.rule()
        && from.standing() == finding.standing()
        && (from.operative() || !finding.operative());
  }

  /** Each once: met where every part that asks for it has met it. */
  private static List<Requirement> requirements(List<Decision> decisions) {
    Map<Set<Object>, Requirement> all = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      for (Requirement each : decision.requirements()) {
        Set<Object> key = new LinkedHashSet<>();
        each.choices().forEach(c -> key.add(c.procedure()));
        all.merge(key, each, Parts::both);
      }
    }
    List<Requirement> requirements = new ArrayList<>(all.values());
    requirements.sort((one, other) -> Boolean.compare(other.certain(), one.certain()));
    return requirements;
  }

  private static Requirement both(Requirement one, Requirement other) {
    List<Choice> choices = new ArrayList<>();
    for (Choice choice : one.choices()) {
      Truth there =
          other.choices().stream()
              .filter(c -> c.procedure().equals(choice.procedure()))
              .map(Choice::met)
              .findFirst()
              .orElse(choice.met());
      choices.add(new Choice(choice.procedure(), worse(choice.met(), there)));
    }
    Set<Rule> rules = new LinkedHashSet<>(one.rules());
    rules.addAll(other.rules());
    return new Requirement(
        choices,
        worse(one.met(), other.met()),
        // What one part has done already says nothing of what another asks for.
        one.isOpen() == other.isOpen()
            ? one.certain() || other.certain()
            : one.isOpen() ? one.certain() : other.certain(),
        List.copyOf(rules));
  }

  private static Truth worse(Truth one, Truth other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static List<Missing> missing(List<Decision> decisions) {
    Map<Object, Missing> missing = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      for (Missing each : decision.missing()) {
        Object key =
            switch (each) {
              case Missing.OfFact(var fact, _, _) -> fact;
              case Missing.OfLaw(var question, _) -> question;
            };
        missing.merge(key, each, Parts::both);
      }
    }
    return List.copyOf(missing.values());
  }

  private static Missing both(Missing one, Missing other) {
    Set<Rule> rules = new LinkedHashSet<>(one.rules());
    rules.addAll(other.rules());
    return switch (one) {
      case Missing.OfFact(var fact, var tooBroad, _) ->
          new Missing.OfFact(
              fact,
              tooBroad && other instanceof Missing.OfFact(_, var broad, _) && broad,
              List.copyOf(rules));
      case Missing.OfLaw(var question, _) -> new Missing.OfLaw(question, List.copyOf(rules));
    };
  }

  /** What all parts state alike. */
  private static List<FactValue> common(List<Decision> decisions) {
    return decisions.getFirst().facts().stream()
        .filter(f -> decisions.stream().allMatch(d -> d.facts().contains(f)))
        .toList();
  }
}

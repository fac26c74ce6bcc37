package org.hefu.store;

import java.util.Set;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.model.Scenario;

/** Scenarios. */
final class Scenarios {
  private static final Outcome[] OUTCOMES = Outcome.values();

  private Scenarios() {}

  static void write(Output out, Scenario scenario) {
    out.text(scenario.module());
    Words.write(out, scenario.title());
    out.maybe(scenario.caseId(), Output::text);
    out.map(scenario.given(), Vocabulary::write, Output::values);
    out.list(scenario.using(), Output::text);
    out.truth(scenario.withDrafts());
    out.number(scenario.expected().ordinal());
    out.list(scenario.citing(), Scenarios::write);
    out.list(scenario.requiring(), Scenarios::writeChoices);
    out.list(scenario.missing(), Vocabulary::write);
    out.span(scenario.declared());
    out.list(scenario.parts(), Scenarios::write);
  }

  static Scenario scenario(Input in) {
    return new Scenario(
        in.text(),
        Words.bilingual(in),
        in.maybe(Input::text),
        in.map(Vocabulary::fact, Input::values),
        in.set(Input::text),
        in.truth(),
        OUTCOMES[in.number()],
        in.list(Scenarios::cited),
        in.list(Scenarios::choices),
        in.list(Vocabulary::fact),
        in.span(),
        in.list(Scenarios::part));
  }

  private static void write(Output out, Scenario.Part part) {
    out.text(part.name());
    out.map(part.given(), Vocabulary::write, Output::values);
  }

  private static Scenario.Part part(Input in) {
    return new Scenario.Part(in.text(), in.map(Vocabulary::fact, Input::values));
  }

  private static void writeChoices(Output out, Set<Procedure> choices) {
    out.list(choices, Law::write);
  }

  private static Set<Procedure> choices(Input in) {
    return in.set(Law::procedure);
  }

  private static void write(Output out, Scenario.Cited cited) {
    out.span(cited.span());
    out.truth(cited.not());
    out.truth(cited.overdue());
    out.text(cited.module());
    out.maybe(cited.citation(), Words::write);
    out.maybe(cited.version(), Output::text);
    out.maybe(cited.rule(), Output::text);
  }

  private static Scenario.Cited cited(Input in) {
    return new Scenario.Cited(
        in.span(),
        in.truth(),
        in.truth(),
        in.text(),
        in.maybe(Words::citation),
        in.maybe(Input::text),
        in.maybe(Input::text));
  }
}

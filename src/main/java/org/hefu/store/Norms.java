package org.hefu.store;

import org.hefu.model.Effect;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Yielding;

/** Rules, and what is worked out before them. */
final class Norms {
  private Norms() {}

  static void write(Output out, Step step) {
    switch (step) {
      case Step.Define(var definition) -> {
        out.number(0);
        Terms.write(out, definition);
      }
      case Step.Apply(var instrument) -> {
        out.number(1);
        Law.write(out, instrument);
      }
      case Step.Ask(var match, var words) -> {
        out.number(2);
        Terms.write(out, match);
        out.shared(words, (o, w) -> o.list(w, Output::text));
      }
      case Step.Search(var stored, var words) -> {
        out.number(4);
        Grants.write(out, stored);
        out.shared(words, (o, w) -> o.list(w, Output::text));
      }
      case Step.Presume(var fact, var rules) -> {
        out.number(3);
        Vocabulary.write(out, fact);
        out.list(rules, Norms::write);
      }
    }
  }

  static Step step(Input in) {
    return switch (in.number()) {
      case 0 -> new Step.Define(Terms.definition(in));
      case 1 -> new Step.Apply(Law.instrument(in));
      case 2 -> new Step.Ask(Terms.match(in), in.shared(i -> i.list(Input::text)));
      case 3 -> new Step.Presume(Vocabulary.fact(in), in.list(Norms::rule));
      case 4 -> new Step.Search(Grants.stored(in), in.shared(i -> i.list(Input::text)));
      default -> throw new Unreadable();
    };
  }

  static void write(Output out, Rule rule) {
    out.shared(rule, Norms::writeNew);
  }

  private static void writeNew(Output out, Rule rule) {
    out.number(rule.index());
    Words.write(out, rule.names());
    Law.write(out, rule.instrument());
    out.list(rule.citations(), Words::write);
    write(out, rule.effect());
    Terms.write(out, rule.act());
    Terms.write(out, rule.when());
    Terms.write(out, rule.unless());
    write(out, rule.yieldsTo());
    out.list(rule.consequences(), Norms::write);
    out.span(rule.declared());
  }

  static Rule rule(Input in) {
    return in.shared(Norms::newRule);
  }

  private static Rule newRule(Input in) {
    return new Rule(
        in.number(),
        Words.names(in),
        Law.instrument(in),
        in.list(Words::citation),
        effect(in),
        Terms.term(in),
        Terms.term(in),
        Terms.term(in),
        yielding(in),
        in.list(Norms::consequence),
        in.span());
  }

  private static void write(Output out, Effect effect) {
    switch (effect) {
      case Effect.Forbid(var acts) -> {
        out.number(0);
        out.list(acts, Vocabulary::write);
      }
      case Effect.Permit(var acts) -> {
        out.number(1);
        out.list(acts, Vocabulary::write);
      }
      case Effect.Require(var procedures, var acts) -> {
        out.number(2);
        out.list(procedures, Law::write);
        out.list(acts, Vocabulary::write);
      }
      case Effect.Exempt(var acts, var procedures) -> {
        out.number(3);
        out.list(acts, Vocabulary::write);
        out.list(procedures, Law::write);
      }
      case Effect.Oblige(var duty, var within, var acts, var due, var done) -> {
        out.number(4);
        Words.write(out, duty);
        out.maybe(within);
        out.list(acts, Vocabulary::write);
        out.maybe(due, Terms::write);
        out.maybe(done, Law::write);
      }
      case Effect.Presume(var fact, var value) -> {
        out.number(5);
        Vocabulary.write(out, fact);
        out.value(value);
      }
      case Effect.Advise(var text) -> {
        out.number(6);
        Words.write(out, text);
      }
    }
  }

  private static Effect effect(Input in) {
    return switch (in.number()) {
      case 0 -> new Effect.Forbid(in.list(Vocabulary::member));
      case 1 -> new Effect.Permit(in.list(Vocabulary::member));
      case 2 -> new Effect.Require(in.list(Law::procedure), in.list(Vocabulary::member));
      case 3 -> new Effect.Exempt(in.list(Vocabulary::member), in.list(Law::procedure));
      case 4 ->
          new Effect.Oblige(
              Words.bilingual(in),
              in.maybe(),
              in.list(Vocabulary::member),
              in.maybe(Terms::term),
              in.maybe(Law::procedure));
      case 5 -> new Effect.Presume(Vocabulary.fact(in), in.value());
      case 6 -> new Effect.Advise(Words.bilingual(in));
      default -> throw new Unreadable();
    };
  }

  private static void write(Output out, Yielding yielding) {
    out.list(yielding.ranks(), Law::write);
    out.list(yielding.issuers(), Output::text);
  }

  private static Yielding yielding(Input in) {
    return new Yielding(in.set(Law::rank), in.set(Input::text));
  }

  private static void write(Output out, Rule.Consequence consequence) {
    Words.write(out, consequence.text());
    out.list(consequence.citations(), Words::write);
    out.maybe(consequence.sets(), Vocabulary::write);
  }

  private static Rule.Consequence consequence(Input in) {
    return new Rule.Consequence(
        Words.bilingual(in), in.list(Words::citation), in.maybe(Vocabulary::fact));
  }
}

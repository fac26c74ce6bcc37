package org.hefu.doc;

import java.util.ArrayList;
import java.util.List;
import org.hefu.model.Effect;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** What a rule does, in a sentence. */
public final class Effects {
  private Effects() {}

  /** By what pages colour it. */
  static String word(Rule rule) {
    return switch (rule.effect()) {
      case Effect.Forbid _ -> "forbid";
      case Effect.Permit _ -> "permit";
      case Effect.Require _ -> "require";
      case Effect.Exempt _ -> "exempt";
      case Effect.Oblige _ -> "oblige";
      case Effect.Presume _ -> "presume";
      case Effect.Advise _ -> "advise";
    };
  }

  /**
   * @param rules of one name: a requirement of several steps, each of which is needed, is several
   */
  public static Bilingual sentence(List<Rule> rules) {
    Rule rule = rules.getFirst();
    return switch (rule.effect()) {
      case Effect.Forbid(var acts) -> Words.say("forbids", acts(acts));
      case Effect.Permit(var acts) -> Words.say("permits", acts(acts));
      case Effect.Require(_, var acts) -> Words.say("requires", steps(rules), acts(acts));
      case Effect.Exempt(var acts, var procedures) ->
          Words.say("exempts", acts(acts), Words.listed(labels(procedures)));
      case Effect.Oblige(var duty, var within, var acts, _, _) -> {
        Bilingual from = acts.isEmpty() ? Words.say("the-event") : acts(acts);
        yield within.isPresent()
            ? Words.say("obliges-within", duty, from, period(within.getAsLong()))
            : Words.say("obliges", duty, from);
      }
      case Effect.Presume(var fact, var value) ->
          Words.say("presumes", Conditions.label(fact), value(fact.type(), value));
      case Effect.Advise(var text) -> Words.say("advises", text);
    };
  }

  private static Bilingual steps(List<Rule> rules) {
    List<Bilingual> steps = new ArrayList<>();
    for (Rule each : rules) {
      if (each.effect() instanceof Effect.Require(var procedures, _)) {
        Bilingual all = Words.listed(labels(procedures));
        steps.add(procedures.size() == 1 ? all : Words.say("one-of", all));
      }
    }
    return Words.listed(steps);
  }

  private static List<Bilingual> labels(List<Procedure> procedures) {
    return procedures.stream().map(p -> p.names().label()).toList();
  }

  static Bilingual acts(List<Kind.Member> acts) {
    return Words.listed(acts.stream().map(a -> a.names().label()).toList());
  }

  private static Bilingual period(long coded) {
    return new Bilingual(
        Period.of(coded).said(Period.amount(coded), Language.ZH),
        Period.of(coded).said(Period.amount(coded), Language.EN));
  }

  private static Bilingual value(Type type, long value) {
    return type instanceof Type.Of(var kind)
        ? kind.member((int) value).names().label()
        : Words.say(value == Row.TRUE ? "true" : "false");
  }
}

package org.hefu.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Yielding;

/**
 * What a rule does where it applies, however it is written: rules of one sense, in one text, differ
 * in when.
 */
record Sense(Instrument text, String effect, Yielding yieldsTo) {
  static Sense of(Rule rule) {
    return new Sense(rule.instrument(), effect(rule.effect()), rule.yieldsTo());
  }

  private static String effect(Effect effect) {
    return switch (effect) {
      case Effect.Forbid(var acts) -> "forbid " + acts(acts);
      case Effect.Permit(var acts) -> "permit " + acts(acts);
      case Effect.Require(var procedures, var acts) -> "require " + steps(procedures) + acts(acts);
      case Effect.Exempt(var acts, var procedures) -> "exempt " + steps(procedures) + acts(acts);
      case Effect.Oblige(var duty, var within, var acts, var due, var done) ->
          "oblige "
              + duty
              + within
              + acts(acts)
              + due.map(Likeness::of).orElse("")
              + done.map(p -> steps(List.of(p)));
      case Effect.Presume(var fact, var value) -> "presume " + fact.slot() + " is " + value;
      case Effect.Advise(var text) -> "advise " + text;
    };
  }

  static Set<Integer> acts(List<Kind.Member> acts) {
    return new TreeSet<>(acts.stream().map(Kind.Member::index).toList());
  }

  private static Set<Integer> steps(List<Procedure> procedures) {
    return new TreeSet<>(procedures.stream().map(p -> p.met().slot()).toList());
  }
}

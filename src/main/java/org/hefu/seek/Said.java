package org.hefu.seek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Wording;

/** Says in words what an unknown fact may be. */
final class Said {
  private static final Wording ZH = new Wording("org.hefu.seek.words", Language.ZH);
  private static final Wording EN = new Wording("org.hefu.seek.words", Language.EN);

  private final Facts facts;

  Said(Facts facts) {
    this.facts = facts;
  }

  static Bilingual say(String key, Bilingual... parts) {
    return new Bilingual(
        ZH.say(key, Arrays.stream(parts).map(Bilingual::zh).toArray()),
        EN.say(key, Arrays.stream(parts).map(Bilingual::en).toArray()));
  }

  static Bilingual either(List<Bilingual> several) {
    return several.stream().reduce((one, other) -> say("or", one, other)).orElse(Bilingual.NONE);
  }

  /** A value of the fact. */
  Bilingual value(Fact fact, long value) {
    long[] row = new long[fact.slot() + 1];
    row[fact.slot()] = value;
    return facts.said(fact, row).orElse(Bilingual.NONE);
  }

  /** The values from the first to the last of a line. */
  Bilingual range(Fact fact, Line line, long first, long last) {
    Function<Long, Bilingual> value = place -> value(fact, line.value(place));
    if (first == line.first() && last == line.last()) {
      return say("any");
    }
    if (first == last) {
      return value.apply(first);
    }
    if (!(fact.type() instanceof Type.Number)) {
      return first == line.first()
          ? say("until", value.apply(last))
          : last == line.last()
              ? say("since", value.apply(first))
              : say("between", value.apply(first), value.apply(last));
    }
    Bilingual low =
        zeros(first) >= zeros(first - 1)
            ? say("at-least", value.apply(first))
            : say("more", value.apply(first - 1));
    Bilingual high =
        zeros(last) >= zeros(last + 1)
            ? say("at-most", value.apply(last))
            : say("less", value.apply(last + 1));
    return first == line.first() ? high : last == line.last() ? low : say("and", low, high);
  }

  /** How round a number is. */
  private static int zeros(long number) {
    int zeros = 0;
    for (long rest = number; rest % 10 == 0 && zeros < 18; rest /= 10) {
      zeros++;
    }
    return zeros;
  }

  /** Members of a kind; a member with all that lies below it is said by itself. */
  static Bilingual members(Kind kind, List<Long> values) {
    List<Bilingual> said = new ArrayList<>();
    for (int i = 0; i < kind.members().size(); i++) {
      Kind.Member member = kind.member(i);
      if (values.containsAll(Members.within(kind, member))) {
        said.add(member.names().label());
        i = member.last();
      } else if (values.contains(kind.elsewhere(member))) {
        said.add(say("elsewhere", member.names().label()));
      }
    }
    return list(said);
  }

  static Bilingual list(List<Bilingual> each) {
    return new Bilingual(
        String.join(ZH.say("comma"), each.stream().map(Bilingual::zh).toList()),
        String.join(EN.say("comma"), each.stream().map(Bilingual::en).toList()));
  }
}

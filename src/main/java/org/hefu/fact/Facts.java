package org.hefu.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** What one flow states of the facts that a policy asks for; everything else is unknown. */
public final class Facts {
  private final Policy policy;
  private final long[] row;
  private final Map<Fact, String> words = new HashMap<>();

  /** Texts that stand in no condition. */
  private final List<String> others = new ArrayList<>();

  public Facts(Policy policy) {
    this.policy = policy;
    this.row = new long[policy.slots()];
    for (Fact fact : policy.request().facts()) {
      set(fact, unknown(fact));
    }
    for (Question question : policy.questions()) {
      row[question.slot()] = Row.MAYBE;
    }
  }

  /** Facts as a scenario gives them. */
  public static Facts of(Policy policy, Map<Fact, long[]> given) {
    Facts facts = new Facts(policy);
    given.forEach((fact, values) -> {
      facts.set(fact, values);
      if (fact.type() instanceof Type.Words && !Row.isUnknown(fact.type(), values[0])) {
        facts.words.put(fact, policy.words().get((int) values[0]));
      }
    });
    return facts;
  }

  private static long[] unknown(Fact fact) {
    long[] values = new long[fact.width()];
    Arrays.fill(values, Row.unknown(fact.type()));
    return values;
  }

  /** States a fact by the values of its slots. */
  public void set(Fact fact, long... values) {
    System.arraycopy(values, 0, row, fact.slot(), values.length);
  }

  /** States a text. One that stands in no condition is told apart from every other all the same. */
  public void set(Fact fact, String text) {
    int known = policy.words().indexOf(text);
    if (known < 0 && !others.contains(text)) {
      others.add(text);
    }
    row[fact.slot()] = known >= 0 ? known : -1 - others.indexOf(text);
    words.put(fact, text);
  }

  public Policy policy() {
    return policy;
  }

  /** A fresh row of the policy's length that begins with these facts. */
  public long[] row() {
    return row.clone();
  }

  public boolean isKnown(Fact fact) {
    return !Row.isUnknown(fact.type(), row[fact.slot()]);
  }

  public long value(Fact fact) {
    return row[fact.slot()];
  }

  /** The value as people would say it; empty where it is unknown. */
  public Optional<Bilingual> said(Fact fact) {
    return said(fact, row);
  }

  /** The value that the fact has in a row as people would say it; empty where it is unknown. */
  public Optional<Bilingual> said(Fact fact, long[] values) {
    long value = values[fact.slot()];
    if (Row.isUnknown(fact.type(), value)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (fact.type()) {
          case Type.Truth _ ->
              value == Row.TRUE ? new Bilingual("是", "yes") : new Bilingual("否", "no");
          case Type.Number(var unit) ->
              new Bilingual(
                  number(value) + unit.map(u -> u.names().in(Language.ZH)).orElse(""),
                  number(value) + unit.map(u -> " " + u.names().in(Language.EN)).orElse(""));
          case Type.Date _ -> both(LocalDate.ofEpochDay(value).toString());
          case Type.Duration _ ->
              new Bilingual(
                  Period.of(value).said(Period.amount(value), Language.ZH),
                  Period.of(value).said(Period.amount(value), Language.EN));
          case Type.Words _ -> both(words.getOrDefault(fact, ""));
          case Type.Of(var kind) -> kind.member((int) value).names().label();
          case Type.SetOf(var kind) -> set(fact, kind, values);
        });
  }

  private static Bilingual set(Fact fact, Kind kind, long[] values) {
    List<Kind.Member> members = members(fact, kind, values);
    if (members.isEmpty()) {
      return new Bilingual("无", "none");
    }
    return new Bilingual(
        String.join("、", members.stream().map(m -> m.names().in(Language.ZH)).toList()),
        String.join(", ", members.stream().map(m -> m.names().in(Language.EN)).toList()));
  }

  /** The members of a set fact that is known. */
  public static List<Kind.Member> members(Fact fact, Kind kind, long[] values) {
    return kind.members().stream()
        .filter(
            m -> (values[fact.slot() + m.index() / Row.BITS] >> (m.index() % Row.BITS) & 1) != 0)
        .toList();
  }

  private static Bilingual both(String text) {
    return new Bilingual(text, text);
  }

  /** A number of ten-thousandths in plain digits. */
  public static String number(long value) {
    return BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString();
  }
}

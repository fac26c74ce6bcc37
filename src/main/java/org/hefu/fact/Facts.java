package org.hefu.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Match;
import org.hefu.model.Pattern;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Scenario;
import org.hefu.model.Step;
import org.hefu.model.Tally;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.jspecify.annotations.Nullable;

/** What one flow states of the facts that a policy asks for; everything else is unknown. */
public final class Facts {
  /** Numbers are counted in ten-thousandths. */
  static final long SCALE = 10_000;

  private static final List<Part> WHOLE = List.of();

  private final Policy policy;
  private long[] row;
  private byte[] small;

  /** What texts are stated; like all that a decision does not look at, made only if need be. */
  private Map<Fact, String> words = Map.of();

  private Map<Fact, List<String>> texts = Map.of();

  private List<Part> parts = WHOLE;

  /** How many facts must be stated and are not. */
  private int lacking;

  /** The policy, unless something is lacking or there are parts. */
  private @Nullable Policy ready;

  /** Does a copy hold the same row, words and texts? Then whoever states more takes its own. */
  private boolean isShared;

  /** A part of a flow: what it is called, and the facts common to all parts with its own. */
  public record Part(String name, Facts facts) {}

  public Facts(Policy policy) {
    this.policy = policy;
    this.row = new long[policy.slots()];
    this.small = new byte[policy.slots()];
    for (Fact fact : policy.request().facts()) {
      set(fact, unknown(fact));
    }
    for (Step step : policy.steps()) {
      if (step instanceof Step.Define(var definition)) {
        row[definition.slot()] = Row.PENDING;
      }
    }
    for (Match match : policy.matches()) {
      row[match.slot()] = Row.MAYBE;
    }
    policy.stored().ifPresent(s -> s.forget(row));
    for (Question question : policy.questions()) {
      row[question.slot()] = Row.MAYBE;
    }
    for (Tally tally : policy.tallies()) {
      if (!tally.statable()) {
        set(tally.together(), Row.UNKNOWN);
      }
    }
  }

  private Facts(Facts other) {
    this.policy = other.policy;
    this.row = other.row;
    this.small = other.small;
    this.words = other.words;
    this.texts = other.texts;
    this.isShared = true;
    other.isShared = true;
    lack(other.lacking);
  }

  /** The same facts, to state more; without parts. Takes little until either states more. */
  public Facts copy() {
    return new Facts(this);
  }

  private void own() {
    if (isShared) {
      row = row.clone();
      small = small.clone();
      words = words.isEmpty() ? Map.of() : new HashMap<>(words);
      texts = texts.isEmpty() ? Map.of() : new HashMap<>(texts);
      isShared = false;
    }
  }

  /** The parts that are decided each by itself; none where the flow is one. */
  public List<Part> parts() {
    return parts;
  }

  private void divide(List<Part> into) {
    parts = List.copyOf(into);
    lack(0);
  }

  /** Facts as a scenario gives them. */
  public static Facts of(Policy policy, Map<Fact, long[]> given) {
    Facts facts = new Facts(policy);
    facts.state(given);
    return facts;
  }

  /** Facts as a scenario gives them, and what its parts state beside or against them. */
  public static Facts of(Policy policy, Map<Fact, long[]> given, List<Scenario.Part> parts) {
    Facts common = of(policy, given);
    List<Part> divided = new ArrayList<>();
    for (Scenario.Part part : parts) {
      Facts facts = common.copy();
      facts.state(part.given());
      divided.add(new Part(part.name(), facts));
    }
    return whole(common, divided);
  }

  /** The flow of these parts; one part alone is the flow itself. */
  static Facts whole(Facts common, List<Part> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().facts();
    }
    common.divide(parts);
    return common;
  }

  private void state(Map<Fact, long[]> given) {
    given.forEach((fact, values) -> {
      boolean known = !Row.isUnknown(fact.type(), values[0]);
      if (known && fact.type() instanceof Type.Words) {
        set(fact, policy.words().get((int) values[0]));
      } else if (known && fact.type() instanceof Type.SetOfWords) {
        set(
            fact,
            Arrays.stream(values).skip(1).mapToObj(v -> policy.words().get((int) v)).toList());
      } else {
        set(fact, values);
      }
    });
  }

  private static long[] unknown(Fact fact) {
    long[] values = new long[fact.width()];
    Arrays.fill(values, Row.unknown(fact.type()));
    return values;
  }

  /** States a fact by the values of its slots. */
  public void set(Fact fact, long... values) {
    own();
    lack(-lacks(fact));
    System.arraycopy(values, 0, row, fact.slot(), values.length);
    if (fact.isSmall()) {
      small[fact.slot()] = Row.small(values[0]);
    }
    lack(lacks(fact));
  }

  /** States a text. One that stands in no condition is told apart from every other all the same. */
  public void set(Fact fact, String text) {
    own();
    lack(-lacks(fact));
    row[fact.slot()] = number(text);
    words = words.isEmpty() ? new HashMap<>() : words;
    words.put(fact, text);
    ask(fact, List.of(text));
    policy.stored().ifPresent(s -> s.state(row, fact, text));
  }

  /** So many more are lacking. */
  private void lack(int more) {
    lacking += more;
    ready = lacking == 0 && !isDivided() ? policy : null;
  }

  /** One where the fact must be stated and is not. */
  private int lacks(Fact fact) {
    return fact.required() && !isKnown(fact) ? 1 : 0;
  }

  /** That among the policy's words; below zero for others, one for each. */
  private long number(String text) {
    long number = policy.words().indexOf(text);
    if (number < 0) {
      for (Map.Entry<Fact, String> each : words.entrySet()) {
        long other = row[each.getKey().slot()];
        boolean isStated = other < 0 && other != Row.UNKNOWN;
        if (isStated && each.getValue().equals(text)) {
          return other;
        }
        number = isStated ? Math.min(number, other - 1) : number;
      }
    }
    return number;
  }

  /** States a set of texts. */
  public void set(Fact fact, List<String> several) {
    own();
    List<String> distinct = several.stream().distinct().sorted().toList();
    lack(-lacks(fact));
    row[fact.slot()] = distinct.size();
    texts = texts.isEmpty() ? new HashMap<>() : texts;
    texts.put(fact, distinct);
    ask(fact, distinct);
  }

  /** Answers here what patterns ask of the fact, so that no decision has to look at texts. */
  private void ask(Fact fact, List<String> stated) {
    List<Pattern> named = stated.stream().map(Pattern::named).toList();
    for (Match match : policy.matches()) {
      if (match.fact().slot() == fact.slot()) {
        row[match.slot()] = match.pattern().ofAny(named);
      }
    }
  }

  /** The texts of a set of texts, sorted; none where it is unknown. */
  public List<String> texts(Fact fact) {
    return texts.getOrDefault(fact, List.of());
  }

  /** Takes a fact back. */
  void forget(Fact fact) {
    set(fact, unknown(fact));
    if (!words.isEmpty()) {
      words.remove(fact);
    }
    if (!texts.isEmpty()) {
      texts.remove(fact);
    }
    policy.stored().ifPresent(s -> s.forget(row, fact));
    for (Match match : policy.matches()) {
      if (match.fact().slot() == fact.slot()) {
        row[match.slot()] = Row.MAYBE;
      }
    }
  }

  public Policy policy() {
    return policy;
  }

  /** A fresh row of the policy's length that begins with these facts. */
  public long[] row() {
    return row.clone();
  }

  /** What stands in each slot of the policy's; to be read, and not to be changed. */
  public long[] stated() {
    return row;
  }

  /**
   * The same of the facts that {@linkplain Fact#isSmall are small}, as {@link Row#small} has it. It
   * lies close together, so that questions about many of them find it quickly.
   */
  public byte[] small() {
    return small;
  }

  /** Fills a row of the policy's length with these facts, and clears the rest. */
  public void copyTo(long[] into) {
    System.arraycopy(row, 0, into, 0, row.length);
  }

  /** Has the flow parts that are decided each by itself? */
  public boolean isDivided() {
    return parts != WHOLE;
  }

  /**
   * Can the policy decide them as they are? They were read for it, have no parts, and everything is
   * stated that must be.
   */
  public boolean areReadyFor(Policy other) {
    return ready == other;
  }

  /** Is everything stated that must be? Of a flow with parts, each part has to tell. */
  public boolean hasRequired() {
    return lacking == 0;
  }

  /** What must be stated and is not. */
  List<Fact> lacking() {
    return policy.request().facts().stream().filter(f -> lacks(f) > 0).toList();
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
          case Type.Number number -> counted(value, number);
          case Type.Date _ -> both(LocalDate.ofEpochDay(value).toString());
          case Type.Duration _ ->
              new Bilingual(
                  Period.of(value).said(Period.amount(value), Language.ZH),
                  Period.of(value).said(Period.amount(value), Language.EN));
          case Type.Words _ -> both(words.getOrDefault(fact, ""));
          case Type.Of(var kind) -> kind.member((int) value).names().label();
          case Type.SetOf(var kind) -> set(fact, kind, values);
          case Type.SetOfWords _ -> quoted(texts(fact));
        });
  }

  private static Bilingual quoted(List<String> texts) {
    return texts.isEmpty()
        ? new Bilingual("无", "none")
        : new Bilingual(
            String.join("、", texts.stream().map(t -> "“" + t + "”").toList()),
            String.join(", ", texts.stream().map(t -> "“" + t + "”").toList()));
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

  /** A number with its unit, as people would say it. */
  public static Bilingual counted(long value, Type.Number type) {
    return new Bilingual(
        number(value) + type.unit().map(u -> u.names().in(Language.ZH)).orElse(""),
        number(value) + type.unit().map(u -> " " + u.names().in(Language.EN)).orElse(""));
  }

  private static Bilingual both(String text) {
    return new Bilingual(text, text);
  }

  /** A number of ten-thousandths in plain digits. */
  public static String number(long value) {
    long whole = value / SCALE;
    long rest = Math.abs(value % SCALE);
    if (rest == 0) {
      return Long.toString(whole);
    }
    StringBuilder digits = new StringBuilder(Long.toString(SCALE + rest));
    while (digits.charAt(digits.length() - 1) == '0') {
      digits.setLength(digits.length() - 1);
    }
    return (value < 0 && whole == 0 ? "-0" : whole) + "." + digits.substring(1);
  }
}

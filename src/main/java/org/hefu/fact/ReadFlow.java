package org.hefu.fact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Nearest;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Reads what a flow file states against the policy's request. */
public final class ReadFlow {
  /** The facts, unless something is wrong, and what is wrong. */
  public record Result(Optional<Facts> facts, List<Problem> problems) {}

  private static final Pattern DATE = Pattern.compile("(\\d{4})[-年](\\d{1,2})[-月](\\d{1,2})日?");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)([十百千万亿]*)");
  private static final Pattern DIGITS =
      Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})\\s*(\\D+)");
  private static final Map<String, Boolean> TRUTHS =
      Map.of(
          "true", true, "yes", true, "真", true, "是", true, "false", false, "no", false, "假", false,
          "否", false);
  private static final long LARGEST = 10_000_000_000_000L;

  /** What needs no more than a {@code long}, as nearly all numbers do. */
  private static final Pattern WHOLE = Pattern.compile("\\d{1,13}");

  private static final int SOUGHT = 100;

  private final Policy policy;
  private final List<Problem> problems;
  private final Map<Fact, Span> stated = new HashMap<>();
  private final Facts facts;
  private int sought;

  ReadFlow(Policy policy, Facts facts, List<Problem> problems) {
    this.policy = policy;
    this.facts = facts;
    this.problems = problems;
  }

  /** Gets the reader of JSON going, which takes a while the first time. */
  public static void prepare() {
    new ReadWritten(new Source("", "{}"), false, new ArrayList<>()).read();
  }

  /** The flow that a JSON or YAML file describes. */
  public static Result file(Source source, boolean yaml, Policy policy) {
    List<Problem> problems = new ArrayList<>();
    ReadFlow read = new ReadFlow(policy, new Facts(policy), problems);
    Optional<Facts> facts = new ReadWritten(source, yaml, problems).read().flatMap(read::flow);
    problems.sort(null);
    boolean sound = problems.stream().noneMatch(Problem::isError);
    return new Result(sound ? facts : Optional.empty(), List.copyOf(problems));
  }

  private Optional<Facts> flow(Written written) {
    if (!(written instanceof Written.Group group)) {
      wrong(written, new Phrase("object"), policy.request().names().name());
      return Optional.empty();
    }
    ReadParts parts = new ReadParts(policy, problems);
    group(parts.without(group), policy.request().fields(), "");
    List<Facts.Part> read = parts.read(facts, stated);
    if (read.isEmpty()) {
      required(group.span(), Map.of());
    }
    ReadCounts.check(facts, read, stated, problems);
    return Optional.of(Facts.whole(facts, read));
  }

  /** Reports what must be stated, and neither here nor in what is common is. */
  void required(Span at, Map<Fact, Span> common) {
    for (Fact fact : policy.request().facts()) {
      if (fact.required() && !stated.containsKey(fact) && !common.containsKey(fact)) {
        Span end = new Span(at.source(), at.start(), at.start() + 1);
        problems.add(Required.missing(fact, end));
      }
    }
  }

  /** What a part states, where each fact stands. */
  Map<Fact, Span> part(Written.Group group) {
    group(group, policy.request().fields(), "");
    return stated;
  }

  private void group(Written.Group group, List<Policy.Field> fields, String above) {
    for (Written.Entry entry : group.entries()) {
      entry(entry, List.of(entry.key().split("\\.", -1)), fields, above);
    }
  }

  private void entry(
      Written.Entry entry, List<String> path, List<Policy.Field> among, String above) {
    List<Policy.Field> fields = among;
    StringBuilder name = new StringBuilder(above);
    for (int i = 0; i < path.size(); i++) {
      String word = path.get(i).strip();
      Optional<Policy.Field> field = Policy.Field.called(fields, word);
      if (field.isEmpty()) {
        unknown(entry, name.toString(), word, fields);
        return;
      }
      name.append(field.get().names().name());
      if (i == path.size() - 1) {
        value(entry, field.get(), name.toString());
        return;
      }
      fields = field.get().fields();
      name.append('.');
    }
  }

  private void unknown(Written.Entry entry, String above, String word, List<Policy.Field> fields) {
    Problem problem = Problem.of(Code.UNKNOWN_FIELD, entry.span(), above + word);
    // Looking through all names takes long: enough to do it for so many.
    if (sought++ < SOUGHT) {
      List<String> words = new ArrayList<>();
      for (Policy.Field each : fields) {
        words.add(each.names().name());
        words.addAll(each.names().aliases());
      }
      problem = problem.nearest(Nearest.to(word, words).map(n -> above + n));
    }
    problems.add(problem);
  }

  private void value(Written.Entry entry, Policy.Field field, String name) {
    if (field.fact().isPresent()) {
      fact(field.fact().get(), entry);
    } else if (entry.value() instanceof Written.Group group) {
      group(group, field.fields(), name + ".");
    } else if (!(entry.value() instanceof Written.Nothing)) {
      wrong(entry.value(), new Phrase("object"), name);
    }
  }

  private void fact(Fact fact, Written.Entry entry) {
    Span first = stated.putIfAbsent(fact, entry.span());
    if (first != null) {
      problems.add(
          Problem.of(Code.FIELD_TWICE, entry.span(), fact.name()).related(first, "first-here"));
      return;
    }
    Written value = entry.value();
    boolean unknown =
        value instanceof Written.Nothing
            || (value instanceof Written.Words(_, var text)
                && (text.equals("unknown") || text.equals("未知")));
    if (unknown) {
      if (fact.required()) {
        stated.remove(fact);
      }
      facts.forget(fact);
      return;
    }
    switch (fact.type()) {
      case Type.Truth _ -> truth(fact, value);
      case Type.Number _ -> number(fact, value);
      case Type.Date _ -> date(fact, value);
      case Type.Duration _ -> duration(fact, value);
      case Type.Words _ -> words(fact, value);
      case Type.Of(var kind) ->
          member(kind, value, fact).ifPresent(m -> facts.set(fact, m.index()));
      case Type.SetOf(var kind) -> set(fact, kind, value);
      case Type.SetOfWords _ -> texts(fact, value);
    }
  }

  private void truth(Fact fact, Written value) {
    Boolean truth =
        switch (value) {
          case Written.Truth(_, var is) -> is;
          case Written.Words(_, var text) -> TRUTHS.get(text.strip());
          default -> null;
        };
    if (truth == null) {
      wrong(value, new Phrase("boolean"), fact.name());
    } else {
      facts.set(fact, truth ? Row.TRUE : Row.FALSE);
    }
  }

  private void number(Fact fact, Written value) {
    if (value instanceof Written.Number(_, var digits) && WHOLE.matcher(digits).matches()) {
      facts.set(fact, Long.parseLong(digits) * Facts.SCALE);
      return;
    }
    Optional<BigDecimal> number =
        switch (value) {
          case Written.Number(_, var digits) when DIGITS.matcher(digits).matches() ->
              Optional.of(new BigDecimal(digits));
          case Written.Words(_, var text) -> spelt(text.strip());
          default -> Optional.empty();
        };
    if (number.isEmpty()) {
      wrong(value, new Phrase("number"), fact.name());
      return;
    }
    BigDecimal exact = number.get();
    if (exact.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
      problems.add(Problem.of(Code.NUMBER_TOO_LARGE, value.span()));
    } else if (exact.stripTrailingZeros().scale() > 4) {
      problems.add(Problem.of(Code.NUMBER_TOO_FINE, value.span()));
    } else if (exact.signum() < 0 && policy.tallies().stream().anyMatch(t -> t.isOf(fact))) {
      wrong(value, new Phrase("a-count"), fact.name());
    } else {
      facts.set(fact, exact.movePointRight(4).longValueExact());
    }
  }

  private static Optional<BigDecimal> spelt(String text) {
    Matcher parts = NUMBER.matcher(text);
    if (!parts.matches() || text.length() > 40) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(parts.group(1));
    for (char unit : parts.group(2).toCharArray()) {
      int zeros =
          switch (unit) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            default -> 8;
          };
      number = number.movePointRight(zeros);
    }
    return Optional.of(number);
  }

  private void date(Fact fact, Written value) {
    if (!(value instanceof Written.Words(_, var text))) {
      wrong(value, new Phrase("date"), fact.name());
      return;
    }
    Matcher parts = DATE.matcher(text.strip());
    if (!parts.matches()) {
      wrong(value, new Phrase("date"), fact.name());
      return;
    }
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
      facts.set(fact, date.toEpochDay());
    } catch (DateTimeException impossible) {
      problems.add(Problem.of(Code.IMPOSSIBLE_DATE, value.span(), text));
    }
  }

  private void duration(Fact fact, Written value) {
    boolean counted = fact.type() instanceof Type.Duration(var of) && of.isPresent();
    if (counted && value instanceof Written.Number(_, var digits) && digits.matches("-?\\d{1,9}")) {
      Period each = ((Type.Duration) fact.type()).period().orElseThrow();
      facts.set(fact, each.coded(Long.parseLong(digits)));
      return;
    }
    Matcher parts = LENGTH.matcher(value instanceof Written.Words(_, var text) ? text.strip() : "");
    Optional<Period> period =
        parts.matches() ? Period.called(parts.group(2).strip()) : Optional.empty();
    boolean fits =
        period.isPresent()
            && ((Type.Duration) fact.type()).period().map(p -> p == period.get()).orElse(true);
    if (!fits) {
      wrong(value, new Phrase("duration"), fact.name());
    } else {
      facts.set(fact, period.orElseThrow().coded(Long.parseLong(parts.group(1))));
    }
  }

  private void words(Fact fact, Written value) {
    text(fact, value).ifPresent(t -> facts.set(fact, t));
  }

  private void texts(Fact fact, Written value) {
    List<Written> values =
        value instanceof Written.Several(_, var several) ? several : List.of(value);
    List<String> texts = new ArrayList<>();
    values.forEach(v -> text(fact, v).ifPresent(texts::add));
    facts.set(fact, texts);
  }

  private Optional<String> text(Fact fact, Written value) {
    if (!(value instanceof Written.Words(_, var text))) {
      wrong(value, new Phrase("string"), fact.name());
      return Optional.empty();
    }
    if (namesData(fact) && org.hefu.model.Pattern.of(text).isEmpty()) {
      problems.add(Problem.of(Code.WRONG_PATTERN, value.span(), text));
    }
    return Optional.of(text);
  }

  /** Does it name data sets? Those have names of a form. */
  private boolean namesData(Fact fact) {
    return policy.roles().data().filter(fact::equals).isPresent()
        || policy.roles().lineage().filter(fact::equals).isPresent()
        || policy.matches().stream().anyMatch(m -> m.fact().equals(fact));
  }

  private void set(Fact fact, Kind kind, Written value) {
    List<Written> values =
        value instanceof Written.Several(_, var several) ? several : List.of(value);
    long[] mask = new long[fact.width()];
    for (Written each : values) {
      member(kind, each, fact)
          .ifPresent(m -> mask[m.index() / Row.BITS] |= 1L << (m.index() % Row.BITS));
    }
    facts.set(fact, mask);
  }

  private Optional<Kind.Member> member(Kind kind, Written value, Fact fact) {
    if (!(value instanceof Written.Words(_, var text))) {
      wrong(value, "`" + kind + "`", fact.name());
      return Optional.empty();
    }
    Optional<Kind.Member> member = kind.member(text.strip());
    if (member.isEmpty()) {
      Problem problem = Problem.of(Code.IMPOSSIBLE_VALUE, value.span(), "`" + kind + "`", text);
      Optional<String> nearest = Nearest.to(text.strip(), kind.words());
      problems.add(
          nearest.isEmpty() && kind.members().size() <= 8
              ? problem.help(
                  "one-of",
                  String.join(", ", kind.members().stream().map(m -> m.names().name()).toList()))
              : problem.nearest(nearest));
    }
    return member;
  }

  private void wrong(Written value, Object expected, String name) {
    problems.add(wrongly(value, expected, name));
  }

  static Problem wrongly(Written value, Object expected, String name) {
    Object found =
        switch (value) {
          case Written.Group _ -> new Phrase("object");
          case Written.Several _ -> new Phrase("list");
          case Written.Words(_, var text) -> "“" + text + "”";
          case Written.Number(_, var digits) -> digits;
          case Written.Truth(_, var truth) -> String.valueOf(truth);
          case Written.Nothing _ -> new Phrase("nothing");
        };
    return Problem.of(Code.WRONG_VALUE, value.span(), expected, name, found);
  }
}

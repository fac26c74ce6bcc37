package org.hefu.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.text.Source;

/**
 * Draws flows as JSON, with facts unknown, and dates and numbers around those that policies name.
 */
final class Flows {
  private static final Pattern MEMBER = Pattern.compile("\"([^\"]+)\"");

  private final Random random;

  private Flows(Random random) {
    this.random = random;
  }

  /** What each stated fact is, by path, in JSON. */
  static Map<String, String> draw(Policy policy, Random random) {
    Flows flows = new Flows(random);
    int unknown = List.of(0, 5, 20, 50).get(random.nextInt(4));
    Map<String, String> flow = new LinkedHashMap<>();
    for (Fact fact : policy.request().facts()) {
      if (fact.equals(policy.request().stage())) {
        flows.stage().ifPresent(s -> flow.put(fact.name(), s));
      } else if (fact.required() || random.nextInt(100) >= unknown) {
        flow.put(fact.name(), flows.value(fact.type()));
      }
    }
    return flow;
  }

  static String json(Map<String, String> flow) {
    return flow.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static Facts facts(Map<String, String> flow, Policy policy) {
    ReadFlow.Result read = ReadFlow.file(new Source("flow.json", json(flow)), false, policy);
    return read.facts()
        .orElseThrow(() -> new IllegalArgumentException(read.problems() + json(flow)));
  }

  /** The same flow, with those facts that are wanted stated, and none of them too broadly. */
  static Map<String, String> completed(
      Map<String, String> flow, Policy policy, Predicate<Fact> wanted, Random random) {
    Flows flows = new Flows(random);
    Map<String, String> completed = new LinkedHashMap<>(flow);
    for (Fact fact : policy.request().facts()) {
      if (wanted.test(fact)) {
        Optional<String> stated = Optional.ofNullable(flow.get(fact.name()));
        completed.put(fact.name(), flows.precise(fact.type(), stated));
      }
    }
    return completed;
  }

  private String precise(Type type, Optional<String> stated) {
    return switch (type) {
      case Type.Of(var kind) -> "\"" + leaf(kind, stated.map(s -> s.replace("\"", ""))) + "\"";
      case Type.SetOf(var kind) -> {
        List<String> members = new ArrayList<>();
        if (stated.isPresent()) {
          MEMBER
              .matcher(stated.get())
              .results()
              .forEach(m -> members.add("\"" + leaf(kind, Optional.of(m.group(1))) + "\""));
        } else {
          for (int i = 0; i < random.nextInt(4); i++) {
            members.add("\"" + leaf(kind, Optional.empty()) + "\"");
          }
        }
        yield members.stream().distinct().collect(Collectors.joining(", ", "[", "]"));
      }
      // What is counted is never less than nothing.
      case Type.Number(var unit) when unit.isPresent() ->
          stated.orElseGet(() -> value(type).replace("-", ""));
      default -> stated.orElseGet(() -> value(type));
    };
  }

  /** A member with none below it, within the one that is stated. */
  private String leaf(Kind kind, Optional<String> stated) {
    List<Kind.Member> leaves = new ArrayList<>(kind.members());
    stated.flatMap(kind::member).ifPresent(above -> leaves.removeIf(m -> !above.holds(m)));
    leaves.removeIf(Kind::isDivided);
    return pick(leaves).names().name();
  }

  private Optional<String> stage() {
    return pick(
        List.of(
            Optional.of("\"planned\""),
            Optional.of("\"planned\""),
            Optional.of("\"拟议\""),
            Optional.of("\"completed\""),
            Optional.empty()));
  }

  private String value(Type type) {
    return switch (type) {
      case Type.Truth _ -> random.nextBoolean() ? "true" : "false";
      case Type.Number _ -> number();
      case Type.Date _ -> "\"" + date() + "\"";
      case Type.Duration(var period) ->
          "\""
              + random.nextInt(40)
              + " "
              + period.map(p -> p.word()).orElseGet(this::period)
              + "\"";
      case Type.Words _ -> "\"" + pick(List.of("", "甲", "a b", "乙", "丙", "丁")) + "\"";
      case Type.Of(var kind) -> "\"" + member(kind) + "\"";
      case Type.SetOf(var kind) -> {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
          members.add("\"" + member(kind) + "\"");
        }
        yield members.stream().distinct().collect(Collectors.joining(", ", "[", "]"));
      }
    };
  }

  private String number() {
    BigDecimal near =
        new BigDecimal(
            pick(
                List.of(
                    "0", "1", "9.9999", "10", "100", "99999", "100000", "1000000", "100000000")));
    BigDecimal by = new BigDecimal(pick(List.of("0", "0", "0.0001", "-0.0001", "1", "-1")));
    return near.add(by).toPlainString();
  }

  private LocalDate date() {
    return LocalDate.parse(pick(Policies.DAYS)).plusDays(pick(List.of(0, 0, 1, -1, 30, 365)));
  }

  private String period() {
    return pick(List.of("years", "months", "days", "工作日"));
  }

  private String member(Kind kind) {
    return pick(kind.members()).names().name();
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}

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
import java.util.stream.IntStream;
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
        flow.put(fact.name(), flows.value(policy, fact));
      }
    }
    List<Map<String, String>> parts = new ArrayList<>();
    if (flows.random.nextInt(4) == 0) {
      for (int i = 0; i < 1 + flows.random.nextInt(3); i++) {
        parts.add(flows.part(policy, unknown));
      }
    }
    flows.counts(flow, parts);
    if (!parts.isEmpty()) {
      flow.put("parts", parts.stream().map(Flows::json).toList().toString());
    }
    return flow;
  }

  /** Counts that do not contradict each other. */
  private void counts(Map<String, String> flow, List<Map<String, String>> parts) {
    List<Map<String, String>> all = new ArrayList<>(parts);
    all.add(flow);
    for (Map<String, String> each : all) {
      for (String count : List.of("so_far", "crowd", "together")) {
        each.computeIfPresent(count, (_, said) -> said.replace("-", ""));
      }
    }
    List<String> counts = new ArrayList<>(List.of(flow.getOrDefault("so_far", "null")));
    String common = flow.getOrDefault("crowd", "null");
    parts.forEach(p -> counts.add(p.getOrDefault("crowd", common)));
    if (parts.isEmpty()) {
      counts.add(common);
    }
    BigDecimal largest =
        counts.stream()
            .filter(c -> !c.equals("null"))
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    if (!flow.containsKey("so_far") && flow.containsKey("together")) {
      largest = largest.max(new BigDecimal(flow.get("together")));
    }
    if (random.nextInt(3) > 0) {
      flow.remove("together");
    }
    flow.replace("together", largest.toPlainString());
  }

  /** A part that differs from what is common in some facts. */
  private Map<String, String> part(Policy policy, int unknown) {
    Map<String, String> part = new LinkedHashMap<>();
    for (Fact fact : policy.request().facts()) {
      boolean whole = List.of("on", "so_far", "together").contains(fact.name());
      if (!whole && random.nextInt(5) == 0) {
        boolean isUnknown = !fact.required() && random.nextInt(100) < unknown;
        part.put(fact.name(), isUnknown ? "null" : value(policy, fact));
      }
    }
    return part;
  }

  static String json(Map<String, String> flow) {
    return flow.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Can it be read: do its counts agree with each other? */
  static boolean isSound(Map<String, String> flow, Policy policy) {
    return ReadFlow.file(new Source("flow.json", json(flow)), false, policy).facts().isPresent();
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
        completed.put(
            fact.name(),
            fact.type() instanceof Type.Words
                ? stated.orElseGet(() -> flows.value(policy, fact))
                : flows.precise(fact.type(), stated));
      }
    }
    return completed;
  }

  /** A flow without parts in which little is unknown, of what the norms ask for. */
  static Map<String, String> lacking(Policy policy, Drawn drawn, Random random) {
    Flows flows = new Flows(random);
    Map<String, String> whole = draw(policy, random);
    whole.remove("parts");
    List<String> counts = List.of("so_far", "together");
    Map<String, String> flow = completed(whole, policy, f -> !counts.contains(f.name()), random);
    if (random.nextInt(3) > 0) {
      flow.put("stage", "\"planned\"");
    }
    String norms =
        drawn.modules().stream()
            .filter(m -> m.name().startsWith("norms"))
            .map(Drawn.Module::text)
            .collect(Collectors.joining());
    List<Fact> asked =
        policy.request().facts().stream()
            .filter(f -> !f.required() && norms.contains(f.path().getLast().name()))
            .filter(f -> isPlain(f.type()) || random.nextInt(5) == 0)
            .toList();
    int most = 2 + random.nextInt(6);
    for (int i = 0; !asked.isEmpty() && i < most; i++) {
      flow.remove(flows.pick(asked).name());
    }
    for (Fact fact : List.of(policy.request().act(), policy.request().facts().getFirst())) {
      if (fact.type() instanceof Type.Of(var kind) && random.nextInt(4) == 0) {
        flow.put(fact.name(), "\"" + flows.member(kind) + "\"");
      }
    }
    return flow;
  }

  /** Are its values only compared with each other? */
  private static boolean isPlain(Type type) {
    return switch (type) {
      case Type.Truth _, Type.Number _, Type.Date _, Type.Of _, Type.SetOf _ -> true;
      case Type.Words _, Type.Duration _, Type.SetOfWords _ -> false;
    };
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

  private String value(Policy policy, Fact fact) {
    boolean grantee = policy.roles().grantee().filter(fact::equals).isPresent();
    boolean data = policy.roles().data().filter(fact::equals).isPresent();
    return grantee
        ? "\"" + pick(GrantTexts.PARTIES) + "\""
        : data ? "\"" + pick(GrantTexts.DATA_SETS) + "\"" : value(fact.type());
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
      case Type.SetOfWords _ ->
          IntStream.range(0, random.nextInt(3))
              .mapToObj(_ -> "\"" + pick(GrantTexts.DATA_SETS) + "\"")
              .collect(Collectors.joining(", ", "[", "]"));
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

package org.hefu.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws policies of so many rules. */
final class ManyRules {
  private static final String VOCABULARY =
      """
      kind Act tree { do { send { post mail } keep } }
      kind Stage { planned（拟议） completed（已完成） }
      kind Place tree { north { n1 n2 { n21 n22 } } south { s1 s2 } }
      kind Colour { red green blue }
      kind Grade ordered { low middle high }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        place: Place
        home: Place
        colour: Colour
        colours: set of Colour
        grade: Grade
        a: boolean
        b: boolean
        c: boolean
        done: boolean
        n: number
        m: number
        w: string
      }
      """;

  private static final String NORMS =
      """
      use v
      procedure p1 { met when done }
      procedure p2 { met when done and a }
      define both = a and b
      define near = place within north and n < 50
      define small = n + m < 100
      """;

  private final StringBuilder text = new StringBuilder();
  private final Random random;
  private final int distinct;

  ManyRules(Random random) {
    this.random = random;
    this.distinct = 1 + random.nextInt(40);
  }

  /** Many rules, of few conditions each, that ban little, so that more than bans matters. */
  Drawn drawn(int size) {
    String[] ranks = {"law", "department_rule", "local_regulation"};
    List<Drawn.Module> modules = new ArrayList<>();
    modules.add(new Drawn.Module("v", "module v\n" + VOCABULARY, List.of()));
    int texts = 1 + random.nextInt(3);
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < distinct; i++) {
      conditions.add(condition());
    }
    for (int t = 0; t < texts; t++) {
      text.setLength(0);
      text.append("module t").append(t).append("\n").append(NORMS);
      text.append(
          "instrument \"Text %d\" { issuer: \"Issuer %d\" rank: %s in_force: 2024-01-31 .. %s %s }%n"
              .formatted(
                  t,
                  t,
                  ranks[t],
                  random.nextInt(3) == 0 ? "2026-01-01" : "",
                  random.nextInt(3) == 0 ? "territory: north of place" : ""));
      for (int i = 0; i * texts < size; i++) {
        rule(t, i, conditions);
      }
      modules.add(new Drawn.Module("t" + t, text.toString(), List.of()));
    }
    return new Drawn(modules);
  }

  private void rule(int module, int number, List<String> conditions) {
    String acts = pick(List.of("send", "keep", "post, keep", "do", "mail"));
    String effect =
        switch (random.nextInt(6)) {
          case 0 -> "forbid " + acts;
          case 1, 2 -> "require " + pick(List.of("p1", "p2")) + " before " + acts;
          case 3 -> "exempt " + acts + " from " + pick(List.of("p1", "p2"));
          default -> "permit " + acts;
        };
    text.append("rule r%d_%d (art 1) {%n  %s%n".formatted(module, number, effect));
    if (effect.startsWith("permit") && number > 0) {
      text.append("  overrides r%d_%d%n".formatted(module, random.nextInt(number)));
    }
    text.append("  when ").append(pick(conditions));
    text.append(effect.startsWith("forbid") ? " and n > " + random.nextInt(3000) : "");
    text.append(random.nextInt(3) == 0 ? "\n  unless " + pick(conditions) : "").append("\n}\n");
  }

  private String condition() {
    return "("
        + part()
        + (random.nextBoolean() ? " and " : " or ")
        + (random.nextBoolean() ? part() : "not (" + part() + " and " + part() + ")")
        + ")";
  }

  private String part() {
    return switch (random.nextInt(14)) {
      case 0 -> "place within " + pick(List.of("north", "n2", "s1"));
      case 1 -> "colour in {" + pick(List.of("red", "red, blue", "green")) + "}";
      case 2 -> "n >= " + random.nextInt(1000);
      case 3 -> "on < 2025-04-0" + (1 + random.nextInt(9));
      case 4 -> "grade >= middle";
      case 5 -> "colours has red";
      case 6 -> "known m";
      case 7 -> "m is " + random.nextInt(3);
      case 8 -> "place is " + pick(List.of("n1", "n2", "home"));
      case 9 -> "w in {\"x\", \"y\"}";
      case 10 -> pick(List.of("both", "near", "small"));
      default -> (random.nextBoolean() ? "not " : "") + pick(List.of("a", "b", "c"));
    };
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package org.hefu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hefu.text.Source;

/** Policies of any size and depth, each as texts that stand alone, for tests and benchmarks. */
public final class Grown {
  /** A flow that each of them decides. */
  public static final String FLOW =
      "{\"act\": \"send\", \"on\": \"2026-06-30\", \"stage\": \"planned\", \"a\": true, \"b\": false}";

  private static final String VOCABULARY =
      """
      module v
      kind Act tree { do { send keep } }
      kind Stage { planned completed }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        a: boolean
        b: boolean
        c: boolean
        n: number
        w: string
      }
      procedure p1 { met when a and b }
      procedure p2 { met when b }
      procedure p3 { met when c }
      """;

  private static final String LAW =
      """
      instrument "Law" { issuer: "Issuer" rank: law in_force: 2020-01-01 .. articles: 1 .. 1000 }
      """;

  private Grown() {}

  private static List<Source> texts(String... texts) {
    List<Source> sources = new ArrayList<>();
    for (String text : texts) {
      sources.add(new Source("t" + sources.size() + ".hefu", text));
    }
    return sources;
  }

  /** The norms of one module, beside the vocabulary. */
  public static List<Source> module(String norms) {
    return texts(VOCABULARY, "module m\nuse v\n" + LAW + norms);
  }

  /** One rule whose condition this is. */
  public static List<Source> condition(String condition) {
    return module("rule r (art 1) {\n  forbid send\n  when " + condition + "\n}\n");
  }

  private static String each(int size, IntFunction<String> line) {
    return IntStream.range(0, size).mapToObj(line).collect(Collectors.joining());
  }

  /**
   * A third requires, a third exempts; the rest forbid, or permit despite a rule and an article.
   */
  public static List<Source> rules(int size) {
    return module(
        each(
            size,
            i -> {
              int article = 1 + i % 1000;
              String when = "  when a and not (b or n > " + i + ")\n}\n";
              return "rule r"
                  + i
                  + " (art "
                  + article
                  + ".1("
                  + (1 + i % 7)
                  + ")) {\n"
                  + switch (i % 6) {
                    case 0 -> "  forbid keep\n" + when;
                    case 1, 4 -> "  require p1, p2 before send\n" + when;
                    case 2, 5 -> "  exempt send from p1, p3\n" + when;
                    default ->
                        "  permit keep despite r" + (i - 3) + ", art " + article + "\n" + when;
                  };
            }));
  }

  /** Rules that are overridden one by one, and requirements that every exemption reaches. */
  public static List<Source> overrides(int size) {
    return module(
        each(
            size,
            i ->
                "rule r"
                    + i
                    + " (art "
                    + (1 + i % 1000)
                    + ") {\n"
                    + switch (i % 3) {
                      case 0 -> "  require p1 before send\n  when a\n";
                      case 1 -> "  exempt send from p1\n  when b and n < " + i + "\n";
                      default -> "  permit send\n  overrides r" + (i - 2) + "\n  when b\n";
                    }
                    + "}\n"));
  }

  /** As many exemptions as requirements, each of which reaches all. */
  public static List<Source> exemptions(int size) {
    return module(
        each(size, i -> "rule q" + i + " (art 1) { require p1 before send when a }\n")
            + each(
                size,
                i ->
                    "rule e"
                        + i
                        + " (art 2) { exempt do from p1 when a or n = ".replace(" = ", " > ")
                        + i
                        + " }\n"));
  }

  /** Permissions that each name an article in which as many bans stand. */
  public static List<Source> despite(int size) {
    return module(
        each(size, i -> "rule q" + i + " (art 1) { forbid send when a }\n")
            + each(size, i -> "rule e" + i + " (art 2) { permit send despite art 1 when b }\n"));
  }

  /** Every requirement is of a procedure of its own. */
  public static List<Source> procedures(int size) {
    return module(
        each(
            size,
            i ->
                "procedure s"
                    + i
                    + " { met when b and n > "
                    + i
                    + " }\nrule r"
                    + i
                    + " (art 1) { require s"
                    + i
                    + " before send when a }\nrule e"
                    + i
                    + " (art 1) { exempt send from s"
                    + i
                    + " when c }\n"));
  }

  /** Definitions that each lean on the one before, or on the one after. */
  public static List<Source> definitions(int size, boolean backwards) {
    return module(
        "define d"
            + (backwards ? size : 0)
            + " = a\n"
            + each(
                size,
                i ->
                    backwards
                        ? "define d" + i + " = d" + (i + 1) + " and (b or n > " + i + ")\n"
                        : "define d" + (i + 1) + " = d" + i + " and (c or n > " + i + ")\n")
            + "rule r (art 1) { forbid send when d"
            + (backwards ? 0 : size)
            + " }\n");
  }

  /** Predicates that each call the next. */
  public static List<Source> predicates(int size) {
    return module(
        each(size, i -> "define p_" + i + "(x: boolean) = not p_" + (i + 1) + "(x)\n")
            + "define p_"
            + size
            + "(x: boolean) = x\n"
            + "rule r (art 1) { forbid send when p_0(c) }\n");
  }

  /** A tree of members, each below the one before or all beside each other. */
  public static List<Source> members(int size, boolean deep) {
    String members =
        deep
            ? each(size, i -> "m" + i + " { ") + "}".repeat(size)
            : each(size, i -> "m" + i + (i % 10 == 9 ? "}\n" : i % 10 == 0 ? " { " : " "));
    String text =
        VOCABULARY.replace(
            "  w: string\n", "  w: string\n  place: Place\n  places: set of Place\n");
    return texts(
        text + "kind Place tree {\n" + members + "\n}\n",
        "module m\nuse v\n"
            + LAW
            + each(
                Math.min(size, 10_000),
                i ->
                    "rule r"
                        + i
                        + " (art 1) { forbid send when place within m"
                        + i
                        + " or places has m"
                        + i
                        + " or place in {m1, m"
                        + i
                        + "} }\n"));
  }

  /** Records that each hold the next. */
  public static List<Source> records(int size) {
    return texts(
        VOCABULARY.replace("  w: string\n", "  w: string\n  deep: R0\n")
            + each(size, i -> "record R" + i + " { x: R" + (i + 1) + " y: boolean }\n")
            + "record R"
            + size
            + " { y: boolean }\n",
        "module m\nuse v\n"
            + LAW
            + "rule r (art 1) { forbid send when deep.x.x.y and deep"
            + ".x".repeat(size)
            + ".y }\n");
  }

  /** A request of many facts, and a rule that reads each. */
  public static List<Source> facts(int size) {
    return texts(
        VOCABULARY.replace("  w: string\n", "  w: string\n  g: Group\n")
            + "record Group {\n"
            + each(size, i -> "  f" + i + ": boolean\n")
            + "}\n",
        "module m\nuse v\n"
            + LAW
            + each(
                size,
                i -> "rule r" + i + " (art 1) { require g.f" + i + " before send when a }\n"));
  }

  /** Scenarios that are each like the one before, or the one after. */
  public static List<Source> scenarios(int size, boolean backwards) {
    return module(
        "rule r (art 1) { forbid send when a }\n"
            + "scenario \"s"
            + (backwards ? size : 0)
            + "\" { given { act: send, on: 2026-06-30, a: true } expect prohibited }\n"
            + each(
                size,
                i ->
                    "scenario \"s"
                        + (backwards ? i : i + 1)
                        + "\" like \"s"
                        + (backwards ? i + 1 : i)
                        + "\" { given { n: "
                        + i
                        + " } expect prohibited citing r }\n"));
  }

  /** Modules that each use the ten before. */
  public static List<Source> modules(int size) {
    List<String> texts = new ArrayList<>(List.of(VOCABULARY));
    for (int i = 0; i < size; i++) {
      int first = Math.max(0, i - 10);
      texts.add(
          "module m"
              + i
              + "\nuse v\n"
              + IntStream.range(first, i)
                  .mapToObj(u -> "use m" + u + "\n")
                  .collect(Collectors.joining())
              + LAW
              + "define d"
              + i
              + " = a"
              + IntStream.range(first, i).mapToObj(u -> " or d" + u).collect(Collectors.joining())
              + "\nrule r"
              + i
              + " (art 1) { forbid keep when d"
              + i
              + " }\n");
    }
    return texts(texts.toArray(String[]::new));
  }

  /** One rule that asks for any of many steps before any of many acts. */
  public static List<Source> choices(int size) {
    String acts = each(size, i -> " act" + i);
    return texts(
        VOCABULARY.replace("send keep", "send keep" + acts)
            + each(size, i -> "procedure s" + i + " { met when b }\n"),
        "module m\nuse v\n"
            + LAW
            + "rule r (art 1) { require any of s0"
            + each(size - 1, i -> ", s" + (i + 1))
            + " before send"
            + each(size, i -> ", act" + i)
            + " when a }\n"
            + "rule e (art 1) { exempt send"
            + each(size, i -> ", act" + i)
            + " from s0"
            + each(size - 1, i -> ", s" + (i + 1))
            + " when b }\n");
  }

  /** Conditions of which one stands in another. */
  public enum Nested {
    PARENTHESES,
    NOT,
    NOT_IN_PARENTHESES,
    AND_OR,
    OR_AND,
    IS,
    SUM
  }

  /** A condition so deep. */
  public static String nested(Nested how, int depth) {
    return switch (how) {
      case PARENTHESES -> "(".repeat(depth) + "a" + ")".repeat(depth);
      case NOT -> "not ".repeat(depth) + "a";
      case NOT_IN_PARENTHESES -> "not (".repeat(depth / 2) + "c" + ")".repeat(depth / 2);
      case AND_OR -> "a and (b or (".repeat(depth / 2) + "c" + "))".repeat(depth / 2);
      case OR_AND -> "(".repeat(depth) + "c" + " and a) or b)".repeat(depth / 2);
      case IS -> "(".repeat(depth) + "c" + " is a)".repeat(depth);
      case SUM -> "(".repeat(depth) + "n" + " + 1)".repeat(depth) + " < 3";
    };
  }

  /** As many conditions beside each other, joined by the word. */
  public static String joined(String word, int size) {
    return "c" + each(size, i -> " " + word + " n > " + i);
  }

  /** Bans of which each reads texts that no other reads. */
  public static List<Source> words(int size) {
    return module(
        each(size, i -> "rule r" + i + " (art 1) { forbid send when w is \"text " + i + "\" }\n"));
  }

  /** As many uses of a name that nobody declared. */
  public static List<Source> unknown(int size) {
    return module(
        each(size, i -> "define d" + i + " = a and e" + i + "\n")
            + "rule r (art 1) { forbid send when a }\n");
  }
}
